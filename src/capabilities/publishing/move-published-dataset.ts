import { type Context, transaction } from '../../platform/context.ts';
import { type Dataset, moveDataset } from '../catalog/index.ts';
import { moveReadings } from '../ingest/index.ts';
import { moveDecisions } from '../privacy/index.ts';
import { moveSubmissions } from '../review/index.ts';
import { movePointer } from './move-pointer.ts';
import { lockPointer, selectPublication } from './pointer-store.ts';
import { selectVersion } from './version-store.ts';

/**
 * Passes a dataset to another unit with all that belongs to it: the working copy, files on their way, decisions on personal data and
 * security, the published pointer and card. Id, number, address and versions stay. One transaction. Needs `units.manage`. Throws `not-found`,
 * `forbidden`, `invalid`.
 */
export function moveDatasetToUnit(ctx: Context, datasetId: string, unitId: string): Promise<Dataset> {
  return transaction(ctx, async (tx) => {
    await lockPointer(tx.db, datasetId, unitId);
    const dataset = await moveDataset(tx, datasetId, unitId);
    await moveReadings(tx, datasetId, unitId);
    await moveSubmissions(tx, datasetId, unitId);
    await moveDecisions(tx, datasetId, unitId);
    const publication = await selectPublication(tx.db, datasetId);
    const version = publication ? await selectVersion(tx.db, publication.versionId) : null;
    if (publication && version) await movePointer(tx, dataset, version, publication);
    await tx.emit(tx.db, { name: 'dataset-moved', datasetId, unitId });
    return dataset;
  });
}
