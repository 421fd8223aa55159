import type { Context } from '../../platform/context.ts';
import { literal } from '../../platform/duckdb/duckdb.ts';
import { openTable } from './open-table.ts';
import { columnNamed } from './row-condition.ts';
import { textOf } from './row-statement.ts';
import { source } from './table-source.ts';

/**
 * The different values of open columns of a table, as texts; of several columns their values together, parted by `sign`. Null where there are more
 * than `most`. Throws `not-found`.
 */
export async function columnTexts(
  ctx: Context,
  tableId: string,
  names: readonly string[],
  { most, sign }: { readonly most: number; readonly sign: string },
): Promise<string[] | null> {
  const table = await openTable(ctx, tableId);
  const texts = names.map((name) => textOf(columnNamed(table.columns, name)));
  const text = texts.join(` || ${literal(sign)} || `);
  const session = await ctx.duckdb.session({ memory: '300MB' });
  try {
    const rows = await session.rows(
      `SELECT DISTINCT ${text} AS v FROM ${source(table.paths)} WHERE (${text}) IS NOT NULL LIMIT ${most + 1}`,
    );
    return rows.length > most ? null : rows.map(({ v }) => String(v));
  } finally {
    session.close();
  }
}
