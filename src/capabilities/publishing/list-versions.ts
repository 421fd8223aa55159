import { RequestError } from '../../kernel/errors.ts';
import { isId } from '../../kernel/ids.ts';
import type { Context } from '../../platform/context.ts';
import { shownVersion } from './hiding/hidden-rules.ts';
import type { Version } from './version.ts';
import { selectVersionByNumber, selectVersions } from './version-store.ts';

/** All versions of a dataset, newest first. Open to everybody: what was published stays told, its data are as open as the dataset is. */
export async function listVersions(ctx: Context, datasetId: string): Promise<Version[]> {
  return isId(datasetId) ? (await selectVersions(ctx.db, datasetId)).map(shownVersion) : [];
}

/** One version by its number. Throws `not-found`. */
export async function loadVersion(ctx: Context, datasetId: string, number: number): Promise<Version> {
  const known = isId(datasetId) && Number.isInteger(number) && number > 0 && number < 2 ** 31;
  const version = known ? await selectVersionByNumber(ctx.db, datasetId, number) : null;
  if (version) return shownVersion(version);
  throw new RequestError('not-found', 'no-such-version', {
    uk: `Версії ${number} цього набору немає.`,
    en: `This dataset has no version ${number}.`,
  });
}
