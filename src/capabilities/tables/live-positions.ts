import type { Context } from '../../platform/context.ts';
import { literal } from '../../platform/duckdb/duckdb.ts';
import { remembered } from './query-memory.ts';
import type { Position } from './row-statement.ts';
import type { OpenTable } from './table.ts';

/** The numbers of the rows of a part that are no more, ascending; looked up once. */
function removedRows(ctx: Context, table: OpenTable, part: number): Promise<number[]> {
  const path = table.paths[part]?.removed ?? null;
  if (path === null) return Promise.resolve([]);
  return remembered(ctx, ['removed', table.manifest.parts[part]?.removed?.key ?? ''], async () => {
    const sql = `SELECT "row" AS n FROM read_parquet(${literal(path)}) ORDER BY n`;
    return (await ctx.duckdb.query({ sql, values: [] })).map(({ n }) => Number(n));
  });
}

/** How many of these ascending numbers are smaller. */
function countBelow(numbers: readonly number[], limit: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The row that has `skip` living ones before it. */
function rowAfter(removed: readonly number[], skip: number): number {
  let [low, high] = [0, removed.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((removed[middle] ?? 0) - middle <= skip) low = middle + 1;
    else high = middle;
  }
  return skip + low;
}

/**
 * Where the rows lie that stand in the order of the source after `after`, or from the `skip`-th on; at most `most`. Found by counting,
 * without a look at any row.
 */
export async function livePositions(
  ctx: Context,
  table: OpenTable,
  stretch: { readonly skip: number; readonly most: number; readonly after: Position | null },
): Promise<Position[]> {
  const found: Position[] = [];
  let { skip } = stretch;
  for (const [part, { rows, removed }] of table.manifest.parts.entries()) {
    if (found.length >= stretch.most) break;
    const { after } = stretch;
    if (after !== null && part < after.part) continue;
    const live = rows - (removed?.rows ?? 0);
    if (after === null && skip >= live) {
      skip -= live;
      continue;
    }
    const gone = await removedRows(ctx, table, part);
    let row = after !== null ? (part === after.part ? after.row + 1 : 0) : rowAfter(gone, skip);
    for (let at = countBelow(gone, row); row < rows && found.length < stretch.most; row++) {
      if (gone[at] === row) at += 1;
      else found.push({ part, row });
    }
    skip = 0;
  }
  return found;
}
