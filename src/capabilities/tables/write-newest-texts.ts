import type { Context } from '../../platform/context.ts';
import { literal } from '../../platform/duckdb/duckdb.ts';
import { textOf } from './row-text.ts';
import type { OpenTable } from './table.ts';
import { source } from './table-source.ts';

/** A longer cell is told by its beginning. */
const LONGEST = 2_000;

/** Which rows of a table are taken as text. */
export interface NewestRows {
  /** At most so many, the last ones of the table: rows written by programs come last. */
  readonly most: number;
  /** Names of columns that are left empty. */
  readonly without: ReadonlySet<string>;
}

/**
 * Writes the newest rows of a table as text in the form the API shows them: Parquet with the columns c0, c1 … in the order of its columns. Shapes are
 * left empty. Gives how many there are. What it writes must not go to the public where the table has hidden columns.
 */
export async function writeNewestTexts(
  ctx: Context,
  { columns, manifest, paths }: OpenTable,
  path: string,
  { most, without }: NewestRows,
): Promise<number> {
  const cells = columns.map((column, i) => {
    const empty = without.has(column.name) || column.geometry === 'shape';
    return `${empty ? 'CAST(NULL AS VARCHAR)' : `left(CAST(${textOf(column)} AS VARCHAR), ${LONGEST})`} AS c${i}`;
  });
  const parts: string[] = [];
  let left = most;
  for (let at = paths.length - 1; at >= 0 && left > 0; at -= 1) {
    const [part, where] = [manifest.parts[at], paths[at]];
    if (part === undefined || where === undefined) continue;
    const alive = part.rows - (part.removed?.rows ?? 0);
    const from = Math.max(0, part.rows - left);
    parts.push(
      `SELECT ${cells.join(', ')} FROM ${source([where], { numbered: true })} WHERE file_row_number >= ${from}`,
    );
    left -= Math.min(alive, part.rows - from);
  }
  if (parts.length === 0) return 0;
  const session = await ctx.duckdb.session({ warm: true });
  try {
    await session.run(`COPY (${parts.join(' UNION ALL ')}) TO ${literal(path)} (FORMAT parquet)`);
    const [counted] = await session.rows(`SELECT count(*) AS n FROM read_parquet(${literal(path)})`);
    return Number(counted?.n ?? 0);
  } finally {
    session.close();
  }
}
