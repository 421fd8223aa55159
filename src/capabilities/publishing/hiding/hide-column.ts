import { type Context, transaction } from '../../../platform/context.ts';
import { type Dataset, loadDataset } from '../../catalog/index.ts';
import { record } from '../../history/index.ts';
import { hideTableColumn, showTableColumn } from '../../tables/index.ts';
import { movePointer } from '../move-pointer.ts';
import { lockPointer, selectPublication } from '../pointer-store.ts';
import { selectVersion } from '../version-store.ts';
import { deleteHidden, type HiddenOfResource, upsertHidden } from './hidden-store.ts';

/**
 * Hides a column of a published resource, in all its versions, until an instant or (null) until it is shown by `showColumn`: it vanishes from rows,
 * files, structures, search and cards at once and in all processes. Only exposure calls it, after its own permission. Again: changes the instant.
 */
export function hideColumn(ctx: Context, datasetId: string, hidden: HiddenOfResource): Promise<void> {
  return transaction(ctx, async (tx) => {
    const dataset = await loadDataset(tx, datasetId);
    await lockPointer(tx.db, datasetId, dataset.unitId);
    await upsertHidden(tx.db, datasetId, hidden);
    await hideTableColumn(tx, hidden.resourceId, hidden.name);
    await writeAgain(tx, dataset);
    await record(tx, {
      deed: 'column.hidden',
      subject: { kind: 'dataset', id: datasetId, name: dataset.passport.title, unitId: dataset.unitId },
      after: { column: hidden.title, until: hidden.until },
    });
  });
}

/** Shows it again exactly as it was; nothing where it is not hidden. Called as `hideColumn` is. */
export function showColumn(
  ctx: Context,
  datasetId: string,
  { resourceId, name, title }: Omit<HiddenOfResource, 'until'>,
): Promise<void> {
  return transaction(ctx, async (tx) => {
    const dataset = await loadDataset(tx, datasetId);
    await lockPointer(tx.db, datasetId, dataset.unitId);
    const was = await deleteHidden(tx.db, resourceId, name);
    if (!was) return;
    await showTableColumn(tx, resourceId, name);
    const versionId = await writeAgain(tx, dataset);
    await record(tx, {
      deed: 'column.shown',
      subject: { kind: 'dataset', id: datasetId, name: dataset.passport.title, unitId: dataset.unitId },
      after: { column: title },
    });
    // files that were wanted meanwhile are made now
    if (versionId) await tx.emit(tx.db, { name: 'column-shown', versionId });
  });
}

/** Writes the card anew from the version the public has; gives the version's id. */
async function writeAgain(tx: Context, dataset: Dataset): Promise<string | null> {
  const publication = await selectPublication(tx.db, dataset.id);
  const version = publication ? await selectVersion(tx.db, publication.versionId) : null;
  if (publication && version) await movePointer(tx, dataset, version, publication);
  return version?.id ?? null;
}
