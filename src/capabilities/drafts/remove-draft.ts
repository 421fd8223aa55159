import { type Context, transaction } from '../../platform/context.ts';
import { deleteDataset, loadDataset } from '../catalog/index.ts';
import { cancelReading, latestReadings } from '../ingest/index.ts';
import { takeBack } from '../review/index.ts';

/** Removes a dataset that was never published, and gives up its files. Its identification number is never used again. */
export async function removeDraft(ctx: Context, datasetId: string): Promise<void> {
  await transaction(ctx, async (tx) => {
    const { id, resources } = await loadDataset(tx, datasetId);
    const readings = await latestReadings(
      tx,
      resources.map((resource) => resource.id),
    );
    for (const reading of readings) if (!reading.publishedAt) await cancelReading(tx, reading.id);
    await takeBack(tx, id);
    await deleteDataset(tx, id);
  });
}
