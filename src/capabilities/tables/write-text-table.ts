import type { Context } from '../../platform/context.ts';
import { literal } from '../../platform/duckdb/duckdb.ts';
import { openWholeTable } from './open-table.ts';
import { textOf } from './row-text.ts';
import { source } from './table-source.ts';

/** A published table as a table of text: Parquet with the columns c0, c1 … of text, in the order of its columns. */
export interface TextOfTable {
  readonly rows: number;
  /** Names for programs, and titles, of its columns in their order. */
  readonly columns: readonly { readonly name: string; readonly title: string }[];
}

/** Memory of the session that writes it, whatever the table's size. */
const MEMORY = '300MB';

/**
 * Writes what anybody can have of a table (columns hidden for a time too) as text in the form the API shows it, to look at it as a file is looked at.
 * Ends when `ctx.signal` does. Throws `not-found`, `gone`.
 */
export async function writeTextTable(ctx: Context, tableId: string, path: string): Promise<TextOfTable> {
  const { columns, manifest, paths } = await openWholeTable(ctx, tableId);
  const session = await ctx.duckdb.session({ threads: 1, memory: MEMORY });
  const stop = () => session.interrupt();
  ctx.signal.addEventListener('abort', stop, { once: true });
  try {
    const cells = columns.map((column, i) => `CAST(${textOf(column)} AS VARCHAR) AS c${i}`).join(', ');
    await session.run(
      `COPY (SELECT ${cells} FROM ${source(paths)}) TO ${literal(path)} (FORMAT parquet, ROW_GROUP_SIZE 61440)`,
    );
  } finally {
    ctx.signal.removeEventListener('abort', stop);
    session.close();
  }
  return { rows: manifest.rows, columns: columns.map(({ name, title }) => ({ name, title })) };
}
