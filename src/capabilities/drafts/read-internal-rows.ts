import type { Context } from '../../platform/context.ts';
import { loadInternal, type StructureField } from '../catalog/index.ts';
import { latestReadings, typedRows } from '../ingest/index.ts';

/** Rows of an internal table, without the columns that are closed. */
export interface InternalRows {
  readonly resourceId: string;
  readonly title: string;
  readonly fields: readonly StructureField[];
  readonly rows: readonly (readonly (string | null)[])[];
  /** Of the whole table. */
  readonly total: number;
}

/**
 * Rows of the first table of an internal dataset that is ready, for those who may read it (`dataset.view-internal`). Null where it has none.
 * @param part `from` counts from 1; `count` at most 200
 */
export async function readInternalRows(
  ctx: Context,
  datasetId: string,
  part: { readonly from: number; readonly count: number },
): Promise<InternalRows | null> {
  const { dataset } = await loadInternal(ctx, datasetId);
  const readings = await latestReadings(
    ctx,
    dataset.resources.map(({ id }) => id),
  );
  for (const resource of dataset.resources) {
    const typed = readings.find(({ resourceId, state }) => resourceId === resource.id && state === 'ready')?.typed;
    const fields = resource.structure.fields.filter(
      ({ sensitivity, sourceColumn }) =>
        sensitivity === 'open' && typed?.columns.some(({ index }) => index === sourceColumn),
    );
    if (!typed || fields.length === 0) continue;
    const columns = fields.map(({ sourceColumn }) => sourceColumn ?? -1);
    const rows = await typedRows(ctx, typed, columns, part);
    return { resourceId: resource.id, title: resource.title, fields, rows, total: typed.rows };
  }
  return null;
}
