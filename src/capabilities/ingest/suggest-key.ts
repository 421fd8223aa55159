import type { Context } from '../../platform/context.ts';
import { findCompositeKey } from '../../tabular/index.ts';
import { loadForLooking } from './load-reading.ts';

/**
 * Columns of a read file that together tell every row from the others, the fewest there are; their indexes in the table as it will be published.
 * Empty where no three do, or the table is not there any more. Throws `forbidden`, `not-found`.
 */
export async function suggestKey(ctx: Context, id: string): Promise<number[]> {
  const { reading } = await loadForLooking(ctx, id);
  const { mended, inspection } = reading;
  const key = reading.mendedTable ?? reading.textTable;
  const told = mended?.inspection ?? inspection;
  if (key === null || !told || !(await ctx.objects.stat(key))) return [];
  const removed = new Set(mended?.removedColumns ?? []);
  const table = { parquetPath: await ctx.objects.localPath(key), rows: mended?.rows ?? told.rows };
  return findCompositeKey(
    ctx.duckdb,
    table,
    told.columns.filter(({ index }) => !removed.has(index)),
    ctx.signal,
  );
}
