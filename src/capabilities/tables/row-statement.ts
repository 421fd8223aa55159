import { identifier } from '../../platform/duckdb/duckdb.ts';
import type { ManifestColumn } from './manifest.ts';
import { allOf, columnNamed, conditions, type Narrowing, type Statement } from './row-condition.ts';
import { afterPlace, type OrderPlace, orderBy, position } from './row-order.ts';
import type { RowQuery, RowSort } from './row-query.ts';
import { answerOf } from './row-text.ts';
import { source } from './table-source.ts';

export type { Statement } from './row-condition.ts';
export { textOf } from './row-text.ts';

/** The part of a table the statements need. */
export interface StatementTable {
  readonly columns: readonly ManifestColumn[];
  readonly paths: readonly string[];
}

/** Beyond this many rows to skip, row numbers are sorted first and the rows themselves read after. */
const DEEP = 5_000;

/** How many rows match. */
export function countStatement(table: StatementTable, query: Narrowing): Statement {
  const where = allOf(conditions(table.columns, query));
  return { sql: `SELECT count(*) AS total FROM ${source(table.paths)}${where.sql}`, values: where.values };
}

/** What a page shows: column `v<i>` is the i-th of `columns`, then the position: `part` where there are several, `file_row_number`. */
function shown(table: StatementTable, columns: readonly ManifestColumn[]): string {
  return [...columns.map((column, i) => `${answerOf(column)} AS v${i}`), position(table.paths)].join(', ');
}

/** One numbered page of rows. Ties keep the order of the source. */
export function pageStatement(table: StatementTable, query: RowQuery, columns: readonly ManifestColumn[]): Statement {
  const where = allOf(conditions(table.columns, query));
  const offset = (query.page - 1) * query.size;
  const what = shown(table, columns);
  const from = source(table.paths, { numbered: true });
  const order = orderBy(table, query.sort);
  const single = table.paths.length === 1;
  const bounds = [query.size, offset];
  if (order === '') {
    if (single && where.sql === '') return rangeStatement(what, from, offset, query.size);
    // DuckDB keeps the order of one file; it stops reading as soon as the page is full.
    const keep = single ? '' : ' ORDER BY part, file_row_number';
    return {
      sql: `SELECT ${what} FROM ${from}${where.sql}${keep} LIMIT ? OFFSET ?`,
      values: [...where.values, ...bounds],
    };
  }
  if (single && offset > DEEP) {
    const numbers = `SELECT file_row_number FROM ${from}${where.sql}${order} LIMIT ? OFFSET ?`;
    return {
      sql: `SELECT ${what} FROM ${from} WHERE file_row_number IN (${numbers})${order}`,
      values: [...where.values, ...bounds],
    };
  }
  return {
    sql: `SELECT ${what} FROM ${from}${where.sql}${order} LIMIT ? OFFSET ?`,
    values: [...where.values, ...bounds],
  };
}

/** The rows after a place in the order (null: the first), at most `most`. What comes before is never put in order: any depth costs the same. */
export function afterStatement(
  table: StatementTable,
  query: RowQuery,
  columns: readonly ManifestColumn[],
  place: OrderPlace | null,
  most: number,
): Statement {
  const what = shown(table, columns);
  const from = source(table.paths, { numbered: true });
  const several = table.paths.length > 1;
  const narrowing = conditions(table.columns, query);
  if (!several && query.sort.length === 0 && narrowing.length === 0) {
    return rangeStatement(what, from, place === null ? 0 : place.row + 1, most);
  }
  const after = place === null ? [] : [afterPlace(table.columns, query.sort, place, several)];
  const where = allOf([...narrowing, ...after]);
  const order = orderBy(table, query.sort) || (several ? ' ORDER BY part, file_row_number' : '');
  return { sql: `SELECT ${what} FROM ${from}${where.sql}${order} LIMIT ?`, values: [...where.values, most] };
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

/** The rows of these numbers of one part, with their numbers. */
export function numberedStatement(
  table: StatementTable,
  columns: readonly ManifestColumn[],
  positions: readonly { part: number; row: number }[],
): Statement {
  const from = source(table.paths, { numbered: true });
  const several = table.paths.length > 1;
  const parts = several ? [...new Set(positions.map(({ part }) => part))] : [0];
  const where = parts.map((part) => {
    const rows = positions.filter((one) => !several || one.part === part).map(({ row }) => row);
    return `${several ? `part = ${part} AND ` : ''}file_row_number IN (${rows.map(() => '?').join(', ')})`;
  });
  const values = parts.flatMap((part) =>
    positions.filter((one) => !several || one.part === part).map(({ row }) => row),
  );
  return {
    sql: `SELECT ${shown(table, columns)} FROM ${from} WHERE ${where.map((one) => `(${one})`).join(' OR ')}`,
    values,
  };
}
