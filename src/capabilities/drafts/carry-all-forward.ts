import type { Context } from '../../platform/context.ts';
import { type Dataset, loadDataset } from '../catalog/index.ts';
import { columnsOfReading, latestReadings, type Reading } from '../ingest/index.ts';
import { carryForward } from './carry-forward.ts';

/**
 * Brings every new file of a dataset into its structure, as the cabinet does between its screens: for programs, which have no screens. A file whose
 * repairs nobody decided about stays where it is. Gives the readings as they are afterwards.
 */
export async function carryAllForward(ctx: Context, datasetId: string): Promise<Reading[]> {
  const dataset = await loadDataset(ctx, datasetId);
  const ids = dataset.resources.map(({ id }) => id);
  const readings = await latestReadings(ctx, ids);
  const fresh = readings.filter((reading) => reading.state === 'ready' && !isCarried(dataset, reading));
  for (const reading of fresh) await carryForward(ctx, reading);
  return fresh.length === 0 ? readings : latestReadings(ctx, ids);
}

/** Every column of the file has its field already. */
function isCarried(dataset: Dataset, reading: Reading): boolean {
  if (reading.kind !== 'table' || reading.publishedAt !== null) return true;
  const fields = dataset.resources.find(({ id }) => id === reading.resourceId)?.structure.fields ?? [];
  const columns = columnsOfReading(reading);
  return (
    fields.length === columns.length &&
    columns.every(({ index, title }) => fields.some((field) => field.sourceColumn === index && field.title === title))
  );
}
