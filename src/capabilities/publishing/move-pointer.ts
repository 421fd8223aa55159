import type { Context } from '../../platform/context.ts';
import { findUnit, previousUnits } from '../accounts/index.ts';
import { type Card, changeDatasetState, type Dataset, keepPromise, refreshCard, writeCard } from '../catalog/index.ts';
import { withoutHidden } from './hiding/hidden-rules.ts';
import { type HiddenOfResource, selectHidden } from './hiding/hidden-store.ts';
import { updatePointer } from './pointer-store.ts';
import type { Publication } from './publication.ts';
import { withPresentFormats } from './table-formats.ts';
import type { Version } from './version.ts';
import { selectWithdrawnNumbers } from './version-store.ts';

/** All that the public sees of a dataset. */
function cardOf(
  dataset: Dataset,
  unit: Card['unit'],
  version: Version,
  publication: Publication,
  marks: { readonly withdrawn: readonly number[]; readonly hidden: readonly HiddenOfResource[] },
): Card {
  const { withdrawn, hidden } = marks;
  const { id, number, nationalId, slug } = dataset;
  return {
    datasetId: id,
    number,
    nationalId,
    slug,
    state: publication.state,
    closure: publication.closure,
    archive: publication.archive ?? null,
    versionId: version.id,
    versionNumber: version.number,
    ...(withdrawn.length > 0 ? { withdrawnVersions: withdrawn } : {}),
    unit,
    passport: version.passport,
    resources: withPresentFormats(withoutHidden(version.resources, hidden)),
    firstPublishedAt: publication.firstPublishedAt,
    changedAt: publication.changedAt,
    dataAsOf: publication.dataAsOf,
  };
}

/** What else the card says: versions that are gone, columns that are hidden. */
async function marksOf({ db }: Context, { id }: Dataset) {
  return { withdrawn: await selectWithdrawnNumbers(db, id), hidden: await selectHidden(db, id) };
}

/** Whose the dataset is, and whose it was. */
async function unitOf(ctx: Context, { id, unitId }: Dataset): Promise<Card['unit']> {
  const unit = await findUnit(ctx, unitId);
  const previous = await previousUnits(ctx, id);
  return {
    id: unitId,
    name: unit?.name ?? '',
    slug: unit?.slug ?? '',
    edrpou: unit?.shownEdrpou ?? null,
    ...(previous.length === 0 ? {} : { previous }),
  };
}

/** The same where only rows changed: numbers and instants of the card, no words and no state. */
export async function moveRows(
  ctx: Context,
  dataset: Dataset,
  version: Version,
  publication: Publication,
): Promise<void> {
  await updatePointer(ctx.db, dataset.unitId, publication);
  await refreshCard(
    ctx,
    cardOf(dataset, await unitOf(ctx, dataset), version, publication, await marksOf(ctx, dataset)),
  );
}

/**
 * Sets the published pointer and everything that must say the same: card and state of the working copy. Called inside a transaction that holds
 * the pointer's lock; readers see all of it or nothing.
 */
export async function movePointer(
  ctx: Context,
  dataset: Dataset,
  version: Version,
  publication: Publication,
): Promise<void> {
  await updatePointer(ctx.db, dataset.unitId, publication);
  await writeCard(ctx, cardOf(dataset, await unitOf(ctx, dataset), version, publication, await marksOf(ctx, dataset)));
  await keepPromise(ctx, dataset);
  const state = publication.archive && publication.state === 'published' ? 'archived' : publication.state;
  if (dataset.state !== state) await changeDatasetState(ctx, dataset.id, state, { gate: true });
}
