import type { Context } from '../../platform/context.ts';
import {
  type CarriedOut,
  type Inspection,
  isOfPeople,
  type Risk,
  riskOf,
  tellingColumns,
} from '../../tabular/index.ts';
import { loadForLooking } from './load-reading.ts';
import { wrongState } from './reading-rules.ts';

/** More columns taken together tell everybody from everybody. */
const MOST_COLUMNS = 12;

/** Whether somebody is told by the table as it will leave, by columns chosen by themselves; null where its rows are not of people. */
export async function riskOfTable(
  ctx: Context,
  { table, inspection, removedColumns }: Pick<CarriedOut, 'table' | 'inspection' | 'removedColumns'>,
  asRead: Inspection,
  signal: AbortSignal,
): Promise<Risk | null> {
  if (!isOfPeople(asRead) && !isOfPeople(inspection)) return null;
  const left = inspection.columns.filter(({ index }) => !removedColumns.includes(index));
  const telling = tellingColumns(left, table.rows);
  return telling.length === 0 ? null : riskOf(ctx.duckdb, table, telling, { signal });
}

/**
 * The same of a mended file by columns a person chooses; null where none of the titles is there. Throws `forbidden`, `not-found`, `conflict` before the file
 * is mended and while it is mended anew.
 */
export async function riskOfReading(ctx: Context, id: string, titles: readonly string[]): Promise<Risk | null> {
  const { reading } = await loadForLooking(ctx, id);
  const { mended, mendedTable, source } = reading;
  if (mended === null || mendedTable === null || source === null || reading.state !== 'ready')
    throw wrongState(reading);
  const chosen = mended.inspection.columns
    .filter(({ index, title }) => titles.includes(title) && !mended.removedColumns.includes(index))
    .slice(0, MOST_COLUMNS);
  if (chosen.length === 0) return null;
  const parquetPath = await ctx.objects.localPath(mendedTable);
  return riskOf(ctx.duckdb, { parquetPath, headers: mended.headers, rows: mended.rows }, chosen, {
    signal: ctx.signal,
  });
}
