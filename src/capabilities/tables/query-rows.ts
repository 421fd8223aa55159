import type { Context } from '../../platform/context.ts';
import type { DuckRow, DuckValue } from '../../platform/duckdb/duckdb.ts';
import type { ColumnType } from '../../tabular/column.ts';
import { openTable } from './open-table.ts';
import type { Row, RowPage, RowQuery } from './row-query.ts';
import { countStatement, pageStatement } from './row-statement.ts';
import type { OpenTable } from './table.ts';

/**
 * Answers a row query: one page of rows and the exact number of all that match. Carried out by the query process; too long or too
 * large a question is refused as `too-large`.
 */
export async function queryRows(ctx: Context, tableId: string, query: RowQuery): Promise<RowPage> {
  return queryOpenTable(ctx, await openTable(ctx, tableId), query);
}

/** The same for a table that is open already. */
export async function queryOpenTable(ctx: Context, table: OpenTable, query: RowQuery): Promise<RowPage> {
  const columns =
    query.columns.length === 0
      ? table.columns
      : query.columns.flatMap((name) => table.columns.filter((column) => column.name === name));
  const found = columns.length === 0 ? [] : await ctx.duckdb.query(pageStatement(table, query, columns));
  return {
    columns: columns.map(({ name, title, type }) => ({ name, title, type })),
    rows: found.map((row) => rowOf(row, columns)),
    total: await totalOf(ctx, table, query, found.length),
    page: query.page,
    size: query.size,
  };
}

/** Counts only what the page itself does not tell: a rare word is looked for once, not twice. */
async function totalOf(ctx: Context, table: OpenTable, query: RowQuery, found: number): Promise<number> {
  if (query.filters.length === 0 && query.search === '') return table.manifest.rows;
  if (found < query.size && (found > 0 || query.page === 1)) return (query.page - 1) * query.size + found;
  const [counted] = await ctx.duckdb.query(countStatement(table, query));
  return Number(counted?.total ?? 0);
}

function rowOf(values: DuckRow, columns: OpenTable['columns']): Row {
  return Object.fromEntries(
    columns.map((column, i) => [column.name, shownValue(column.type, values[`v${i}`] ?? null)]),
  );
}

/** Numbers come from DuckDB as text; they become numbers unless a digit would be lost. */
function shownValue(type: ColumnType, value: DuckValue): DuckValue {
  if (typeof value !== 'string') return value;
  if (type === 'integer') {
    const whole = Number(value);
    return Number.isSafeInteger(whole) ? whole : value;
  }
  if (type === 'decimal') return value.replace(/[-.]/g, '').length <= 15 ? Number(value) : value;
  return value;
}
