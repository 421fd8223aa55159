import { identifier } from '../../platform/duckdb/duckdb.ts';
import type { ManifestColumn } from './manifest.ts';
import { allOf, columnNamed, conditions, type Narrowing, type Statement } from './row-condition.ts';
import { afterPlace, type OrderPlace, orderBy, position } from './row-order.ts';
import type { RowQuery, RowSort } from './row-query.ts';
import { answerOf } from './row-text.ts';
import { isPatched, type PartPath, source } from './table-source.ts';

export type { Statement } from './row-condition.ts';
export { textOf } from './row-text.ts';

/** The part of a table the statements need. */
export interface StatementTable {
  readonly columns: readonly ManifestColumn[];
  readonly paths: readonly PartPath[];
  /** Rows a group must have to be told of; absent: one is enough. */
  readonly smallest?: number;
}

/** How many rows match. */
export function countStatement(table: StatementTable, query: Narrowing): Statement {
  const where = allOf(conditions(table.columns, query));
  return { sql: `SELECT count(*) AS total FROM ${source(table.paths)}${where.sql}`, values: where.values };
}

/** Where a row lies: 0-based number of its part and of the row in it. */
export interface Position {
  readonly part: number;
  readonly row: number;
}

/** What a page shows: column `v<i>` is the i-th of `columns`, then the position: `part` where there are several, `file_row_number`. */
function shown(table: StatementTable, columns: readonly ManifestColumn[]): string {
  return [...columns.map((column, i) => `${answerOf(column)} AS v${i}`), position(table.paths)].join(', ');
}

/**
 * Rows of a question from the `skip`-th on, at most `most`; after a place in the order, where one is given. Bounds are written into the
 * statement: DuckDB sorts everything where it does not know them, and only keeps the best where it does.
 */
export interface Stretch {
  readonly skip: number;
  readonly most: number;
  readonly after: OrderPlace | null;
  /** A condition known to hold for these rows, which spares looking at the others. */
  readonly among?: Statement | null;
}

/** One stretch of rows. Ties keep the order of the source. */
export function stretchStatement(
  table: StatementTable,
  query: RowQuery,
  columns: readonly ManifestColumn[],
  stretch: Stretch,
): Statement {
  const what = shown(table, columns);
  const from = source(table.paths, { numbered: true });
  const several = table.paths.length > 1;
  const narrowing = conditions(table.columns, query);
  const { skip, most, after, among = null } = stretch;
  const patched = isPatched(table.paths);
  if (!patched && query.sort.length === 0 && narrowing.length === 0) {
    return rangeStatement(what, from, after === null ? skip : after.row + 1, most);
  }
  const later = after === null ? [] : [afterPlace(table.columns, query.sort, after, several)];
  const where = allOf([...narrowing, ...later, ...(among === null ? [] : [among])]);
  // DuckDB keeps the order of one file; it stops reading as soon as there are enough rows.
  const order = orderBy(table, query.sort) || (patched ? ` ORDER BY ${position(table.paths)}` : '');
  return { sql: `SELECT ${what} FROM ${from}${where.sql}${order} LIMIT ${most} OFFSET ${skip}`, values: where.values };
}

/** Rows of one part by their numbers: only the row groups that hold them are read. */
function rangeStatement(what: string, from: string, first: number, most: number): Statement {
  return {
    sql: `SELECT ${what} FROM ${from} WHERE file_row_number >= ? AND file_row_number < ? ORDER BY file_row_number`,
    values: [first, first + most],
  };
}

/** The keys of one row: text `v<i>` and type `t<i>` of the i-th key of the order. */
export function keysStatement(
  table: StatementTable,
  sort: readonly RowSort[],
  place: { part: number; row: number },
): Statement {
  const keys = sort.map(({ column }, i) => {
    const name = identifier(columnNamed(table.columns, column).parquetColumn);
    return `CAST(${name} AS VARCHAR) AS v${i}, typeof(${name}) AS t${i}`;
  });
  const path = table.paths[place.part];
  const from = source(path === undefined ? [] : [path], { numbered: true });
  return { sql: `SELECT ${keys.join(', ')} FROM ${from} WHERE file_row_number = ?`, values: [place.row] };
}

/** The rows at these positions, in no order. */
export function positionsStatement(
  table: StatementTable,
  columns: readonly ManifestColumn[],
  positions: readonly Position[],
): Statement {
  const from = source(table.paths, { numbered: true });
  const several = table.paths.length > 1;
  const parts = [...new Set(positions.map(({ part }) => part))];
  const where = parts.map((part) => {
    const rows = positions.filter((one) => one.part === part).map(({ row }) => row);
    return `(${several ? `part = ${part} AND ` : ''}file_row_number IN (${rows.join(', ')}))`;
  });
  return { sql: `SELECT ${shown(table, columns)} FROM ${from} WHERE ${where.join(' OR ')}`, values: [] };
}
