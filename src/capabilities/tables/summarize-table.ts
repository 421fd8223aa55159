import type { Context } from '../../platform/context.ts';
import { type DuckRow, identifier } from '../../platform/duckdb/duckdb.ts';
import type { ManifestColumn } from './manifest.ts';
import { openTable } from './open-table.ts';
import { textOf } from './row-statement.ts';
import type { OpenTable } from './table.ts';
import { source } from './table-source.ts';
import type { ColumnFacts } from './table-summary.ts';

/** Wide statements grow faster than their columns. */
const COLUMNS_AT_ONCE = 50;
/** Nobody reads more lines of a structure; the rest stay without a summary. */
const MOST_COLUMNS = 200;
/** Up to so many values different ones are counted exactly, beyond by HyperLogLog: the memory stays small and a million rows take a fraction of a second. */
const EXACT_CELLS = 2_000_000;

/**
 * Blanks, different values, least and most of every open column in one pass (the first 200 columns). A table is immutable, so the answer
 * can be remembered by its id. Carried out by the query process. Throws `not-found`, `too-large`.
 */
export async function summarizeTable(ctx: Context, tableId: string): Promise<ColumnFacts[]> {
  const table = await openTable(ctx, tableId);
  const columns = table.columns.slice(0, MOST_COLUMNS);
  const exact = table.manifest.rows * columns.length <= EXACT_CELLS;
  const facts: ColumnFacts[] = [];
  for (let at = 0; at < columns.length; at += COLUMNS_AT_ONCE) {
    const group = columns.slice(at, at + COLUMNS_AT_ONCE);
    const [row] = await ctx.duckdb.query({ sql: statement(table, group, exact), values: [] });
    facts.push(...group.map((column, i) => factsOf(column, i, row ?? {}, table.manifest.rows, exact)));
  }
  return facts;
}

const ORDERED = new Set<ManifestColumn['type']>(['integer', 'decimal', 'date', 'datetime', 'time']);

function statement(table: OpenTable, columns: readonly ManifestColumn[], exact: boolean): string {
  const counted = columns.flatMap((column, i) => {
    const name = identifier(column.parquetColumn);
    const distinct = exact ? `count(DISTINCT ${name})` : `approx_count_distinct(${name})`;
    const ends = ORDERED.has(column.type) ? [`min(${name}) AS least${i}`, `max(${name}) AS most${i}`] : [];
    return [`count(${name}) AS filled${i}`, `${distinct} AS distinct${i}`, ...ends];
  });
  const told = columns.flatMap((column, i) => {
    const end = (which: string) => `${textOf({ ...column, parquetColumn: `${which}${i}` })} AS ${which}${i}`;
    return [`filled${i}`, `distinct${i}`, ...(ORDERED.has(column.type) ? [end('least'), end('most')] : [])];
  });
  return `SELECT ${told.join(', ')} FROM (SELECT ${counted.join(', ')} FROM ${source(table.paths)})`;
}

function factsOf(column: ManifestColumn, i: number, row: DuckRow, rows: number, exact: boolean): ColumnFacts {
  const filled = Number(row[`filled${i}`] ?? 0);
  const end = (which: string) => {
    const value = row[`${which}${i}`] ?? null;
    return value === null ? null : String(value);
  };
  return {
    name: column.name,
    blanks: rows - filled,
    distinct: Math.min(filled, Number(row[`distinct${i}`] ?? 0)),
    exact,
    least: end('least'),
    most: end('most'),
  };
}
