import { groundOfItem, purposeOf, type RequiredItem } from '../../catalog/index.ts';
import type { PassportPart } from '../../drafts/index.ts';
import type { RemoteDataset } from '../portal/remote-dataset.ts';
import { passportOfRemote, type ReadPassport } from './passport-of-remote.ts';

/**
 * The passport a draft begins with: what the portal says, since when the data are true, where the earlier versions are, and by which item of a
 * required list it is published, where one is surely meant.
 */
export function passportForDraft(
  remote: RemoteDataset,
  address: string,
  item: RequiredItem | null,
): { readonly passport: PassportPart; readonly notes: ReadPassport['notes'] } {
  const { passport, notes } = passportOfRemote(remote);
  const latest =
    remote.files
      .map(({ changedAt }) => changedAt)
      .sort()
      .at(-1) || remote.changedAt;
  const { keywords, ...rest } = passport;
  return {
    passport: {
      ...rest,
      ...(item ? { ground: groundOfItem(item) } : {}),
      ...(item && rest.purpose === '' ? { purpose: purposeOf(item) } : {}),
      // words of the title are better than none; a person nobody named is not
      ...(keywords.length > 0 ? { keywords } : {}),
      dataAsOf: latest === '' ? null : latest,
      ...(address.length <= 500 ? { previousUrl: address } : {}),
    },
    notes,
  };
}
