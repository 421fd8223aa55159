import type { Context } from '../../platform/context.ts';
import {
  type CarriedOut,
  type Inspection,
  isOfPeople,
  type Risk,
  riskOf,
  tellingColumns,
} from '../../tabular/index.ts';

/**
 * Whether somebody is told by the table as it will leave; null where its rows are not of people, or no column is left to count by.
 * @param by.chosen titles of columns a person chose, whosoever the rows are; those the table has are taken, and where it has none of them the columns that
 * people are known by
 */
export async function riskOfTable(
  ctx: Context,
  { table, inspection, removedColumns }: Pick<CarriedOut, 'table' | 'inspection' | 'removedColumns'>,
  by: { readonly asRead: Inspection; readonly chosen?: readonly string[] | undefined; readonly signal: AbortSignal },
): Promise<Risk | null> {
  const left = inspection.columns.filter(({ index }) => !removedColumns.includes(index));
  const chosen = left.filter(({ title }) => by.chosen?.includes(title));
  if (chosen.length > 0) return riskOf(ctx.duckdb, table, chosen, { signal: by.signal });
  if (!isOfPeople(by.asRead) && !isOfPeople(inspection)) return null;
  const telling = tellingColumns(left, table.rows);
  return telling.length === 0 ? null : riskOf(ctx.duckdb, table, telling, { signal: by.signal });
}
