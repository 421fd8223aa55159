import type { Context } from '../../../platform/context.ts';
import { protectRows, type RecipeStep } from '../../../tabular/index.ts';
import { permit } from '../../accounts/index.ts';
import { loadDataset } from '../../catalog/index.ts';
import { latestReading, previewRows } from '../../ingest/index.ts';
import { noFileYet } from './refusals.ts';

/** A cell of a column before and after; null: empty. */
export interface HiddenCell {
  readonly row: number;
  readonly before: string | null;
  readonly after: string | null;
}

/** What a way to hide a column makes of its first filled cells. */
export interface HidingPreview {
  readonly cells: readonly HiddenCell[];
  /** The column leaves the table. */
  readonly removed: boolean;
  /** It depends on the whole table, so a few rows do not tell. */
  readonly wholeTable: boolean;
}

const SHOWN = 5;
const LOOKED_AT = 200;

/**
 * The first filled cells of a column before and after a step, for whoever edits the dataset: they see its files anyway. Nothing is written. Throws
 * `conflict` (no file), `forbidden`.
 */
export async function previewHiding(
  ctx: Context,
  datasetId: string,
  of: { readonly resourceId: string; readonly columnTitle: string; readonly step: RecipeStep },
): Promise<HidingPreview> {
  const dataset = await loadDataset(ctx, datasetId);
  await permit(ctx, 'dataset.edit', dataset);
  const reading = await latestReading(ctx, of.resourceId);
  if (!reading || reading.datasetId !== datasetId) throw noFileYet();
  const page = await previewRows(ctx, reading.id, { from: 1, count: LOOKED_AT, mended: true });
  const column = page.headers.indexOf(of.columnTitle);
  const shown = page.rows.filter(({ values }) => column >= 0 && (values[column] ?? '') !== '').slice(0, SHOWN);
  const key = ctx.secrets.keyFor(`pseudonyms:${datasetId}`);
  const rows = { headers: page.headers, rows: shown.map(({ values }) => values) };
  const after = await protectRows(ctx.duckdb, rows, { steps: [of.step], key });
  return {
    removed: after.removedColumns.includes(column),
    wholeTable: after.undone.length > 0,
    cells: shown.map(({ row, values }, at) => ({
      row,
      before: values[column] ?? null,
      after: after.rows.find((one) => one.at === at)?.values[column] ?? null,
    })),
  };
}
