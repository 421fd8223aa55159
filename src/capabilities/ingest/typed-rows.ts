import type { Context } from '../../platform/context.ts';
import { identifier, literal } from '../../platform/duckdb/duckdb.ts';
import type { TypedTable } from './reading.ts';

/**
 * Rows of a typed table as text, only the named columns of the text table, in their order. The caller has already asked the right to read the data.
 * @param part `from`: 1-based row; `count` at most 200
 */
export async function typedRows(
  ctx: Context,
  typed: TypedTable,
  columns: readonly number[],
  part: { readonly from: number; readonly count: number },
): Promise<(string | null)[][]> {
  const named = columns.map((index) => typed.columns.find((column) => column.index === index)?.parquetColumn);
  const chosen = named.map((name, at) =>
    name === undefined ? `null as v${at}` : `cast(${identifier(name)} as varchar) as v${at}`,
  );
  const first = Math.max(1, Math.trunc(part.from));
  const count = Math.min(200, Math.max(1, Math.trunc(part.count)));
  const path = literal(await ctx.objects.localPath(typed.key));
  const rows = await ctx.duckdb.query({
    sql: `select ${chosen.join(', ')} from read_parquet(${path}) limit ${count} offset ${first - 1}`,
    values: [],
  });
  return rows.map((row) => named.map((_, at) => (row[`v${at}`] == null ? null : String(row[`v${at}`]))));
}
