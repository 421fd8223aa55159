import { type Context, transaction } from '../../platform/context.ts';
import { changePassport, createDataset, type Dataset, loadDataset, type Passport } from '../catalog/index.ts';

/** Elements of a passport; what is left out stays as it is. */
export type PassportPart = Partial<Passport>;

/**
 * Makes a dataset with as much of its passport as is known, all or nothing. Needs `dataset.create`, and `dataset.edit` where more than the title
 * is given. Throws `invalid` (fields), `forbidden`.
 */
export function makeDraft(ctx: Context, wanted: { unitId: string; passport: PassportPart }): Promise<Dataset> {
  const { title = '', ...rest } = wanted.passport;
  return transaction(ctx, async (tx) => {
    const made = await createDataset(tx, { unitId: wanted.unitId, title });
    if (Object.keys(rest).length === 0) return made;
    return changePassport(tx, made.id, { ...made.passport, ...rest });
  });
}

/**
 * Changes the named elements of a working copy's passport and leaves the others as they are now.
 * @param expectedChangedAt `changedAt` of the working copy the change was made for; another one is refused (`conflict`)
 */
export function changePassportPart(
  ctx: Context,
  datasetId: string,
  part: PassportPart,
  expectedChangedAt?: Date,
): Promise<Dataset> {
  return transaction(ctx, async (tx) => {
    const { passport } = await loadDataset(tx, datasetId);
    return changePassport(tx, datasetId, { ...passport, ...part }, { expectedChangedAt });
  });
}
