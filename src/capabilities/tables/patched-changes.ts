import type { Context } from '../../platform/context.ts';
import { identifier, literal } from '../../platform/duckdb/duckdb.ts';
import type { Manifest } from './manifest.ts';
import { keyColumns } from './row-batch.ts';
import type { TableChanges } from './table.ts';
import { type PartPath, pathsOf, source } from './table-source.ts';

/**
 * How a table that was written by rows differs from the one it came from, told from the rows that were touched: no look at the others. A row
 * counts as changed where it was written, also back to what it was. Null where the two share no first part: then only a whole comparison tells.
 * @param noneRemoved known: every key of the older one is still there; then the numbers of the manifests tell all
 */
export async function patchedChanges(
  ctx: Context,
  older: Manifest,
  newer: Manifest,
  noneRemoved = false,
): Promise<TableChanges | null> {
  const [base] = older.parts;
  if (!base || newer.parts[0]?.key !== base.key) return null;
  const keys = keyColumns(newer.columns).map(({ parquetColumn }) => identifier(parquetColumn));
  if (keys.length === 0) return null;
  const replaced = noneRemoved ? replacedRows(older, newer) : null;
  if (replaced !== null) {
    const [rowsAdded, rowsChanged] = [newer.rows - older.rows, replaced];
    return { rowsAdded, rowsRemoved: 0, rowsChanged, columnsAdded: [], columnsRemoved: [] };
  }
  const gone = await lostRows(ctx, older, newer, keys.join(', '));
  const came = await lostRows(ctx, newer, older, keys.join(', '));
  const none = `SELECT ${keys.join(', ')} FROM read_parquet(${literal(await ctx.objects.localPath(base.key))}) WHERE false`;
  const side = (selects: readonly string[], mark: number) =>
    [...selects, none].map((sql) => `SELECT *, ${mark} AS side FROM (${sql})`).join(' UNION ALL ');
  const sql = `SELECT count(*) FILTER (sides = 1) AS removed, count(*) FILTER (sides = 2) AS added, count(*) FILTER (sides = 3) AS changed
    FROM (SELECT bit_or(side) AS sides FROM (${side(gone, 1)} UNION ALL ${side(came, 2)}) GROUP BY ${keys.join(', ')})`;
  const session = await ctx.duckdb.session({ warm: true });
  try {
    const [counts] = await session.rows(sql);
    return {
      rowsAdded: Number(counts?.added ?? 0),
      rowsRemoved: Number(counts?.removed ?? 0),
      rowsChanged: Number(counts?.changed ?? 0),
      columnsAdded: [],
      columnsRemoved: [],
    };
  } finally {
    session.close();
  }
}

/** How many rows of the older table are no more where they were; null where a part of it was written anew. */
function replacedRows(older: Manifest, newer: Manifest): number | null {
  let replaced = 0;
  for (const part of older.parts) {
    const same = newer.parts.find(({ key }) => key === part.key);
    if (!same) return null;
    replaced += (same.removed?.rows ?? 0) - (part.removed?.rows ?? 0);
  }
  return replaced;
}

/** SELECTs of the keys of rows that live in one table and whose place is not a living one of the other. */
async function lostRows(ctx: Context, from: Manifest, to: Manifest, keys: string): Promise<string[]> {
  const paths = await pathsOf(ctx, from.parts);
  const selects: string[] = [];
  for (const [i, part] of from.parts.entries()) {
    const own = paths[i];
    if (!own) continue;
    const same = to.parts.find(({ key }) => key === part.key);
    if (!same) selects.push(`SELECT ${keys} FROM ${source([own])}`);
    else if (same.removed && same.removed.key !== part.removed?.key) {
      selects.push(lostOf(own, await ctx.objects.localPath(same.removed.key), keys));
    }
  }
  return selects;
}

function lostOf(part: PartPath, removed: string, keys: string): string {
  return `SELECT ${keys} FROM ${source([part], { numbered: true })} AS alive
    SEMI JOIN read_parquet(${literal(removed)}) AS later ON alive.file_row_number = later."row"`;
}
