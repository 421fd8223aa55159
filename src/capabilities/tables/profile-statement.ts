import { identifier } from '../../platform/duckdb/duckdb.ts';
import { averageOf, type SumMethod } from './group-decimals.ts';
import type { ManifestColumn } from './manifest.ts';
import { allOf, conditions, type Narrowing, partCondition, type Statement } from './row-condition.ts';
import type { StatementTable } from './row-statement.ts';
import { textOf } from './row-text.ts';
import { source } from './table-source.ts';

/** What one look over the column tells: rows, filled cells, about how many values, and of ordered values least, most and average. */
export function factsStatement(
  table: StatementTable,
  query: Narrowing,
  column: ManifestColumn,
  method: SumMethod | null,
): Statement {
  const where = allOf(conditions(table.columns, query));
  const name = identifier(column.parquetColumn);
  const ordered = column.type !== 'text' && column.type !== 'boolean';
  const shown = (what: string) => textOf({ ...column, parquetColumn: what });
  const facts = [
    'n',
    'filled',
    'about',
    ...(ordered ? [`${shown('lo')} AS least`, `${shown('hi')} AS most`] : []),
    ...(method ? ['average'] : []),
  ];
  const asked = [
    'count(*) AS n',
    `count(${name}) AS filled`,
    `approx_count_distinct(${name}) AS about`,
    ...(ordered ? [`min(${name}) AS lo`, `max(${name}) AS hi`] : []),
    ...(method ? [`${averageOf(name, method)} AS average`] : []),
  ];
  return {
    sql: `SELECT ${facts.join(', ')} FROM (SELECT ${asked.join(', ')} FROM ${source(table.paths)}${where.sql})`,
    values: where.values,
  };
}

/** The conditions of a question and that the cell is not empty. */
function filledWhere(
  table: StatementTable,
  query: Narrowing,
  name: string,
  more: readonly Statement[] = [],
): Statement {
  return allOf([...conditions(table.columns, query), { sql: `${name} IS NOT NULL`, values: [] }, ...more]);
}

/** The most frequent values `v` with their counts `n`; `d` is how many different values there are. Ties by value. */
export function valuesStatement(
  table: StatementTable,
  query: Narrowing,
  column: ManifestColumn,
  options: { startsWith?: string; limit: number },
): Statement {
  const name = identifier(column.parquetColumn);
  const begins = options.startsWith ? [partCondition('starts_with', textOf(column), options.startsWith)] : [];
  const where = filledWhere(table, query, name, begins);
  return {
    sql: `WITH g AS MATERIALIZED (SELECT ${name} AS v, count(*) AS n FROM ${source(table.paths)}${where.sql} GROUP BY 1)
      SELECT ${textOf({ ...column, parquetColumn: 'v' })} AS v, n, (SELECT count(*) FROM g) AS d FROM g ORDER BY n DESC, g.v LIMIT ${Math.trunc(options.limit)}`,
    values: where.values,
  };
}

/** Values that are probably the most frequent of very many, in one list `v`: found without keeping them all. */
export function likelyStatement(
  table: StatementTable,
  query: Narrowing,
  column: ManifestColumn,
  options: { startsWith?: string; limit: number },
): Statement {
  const name = identifier(column.parquetColumn);
  const begins = options.startsWith ? [partCondition('starts_with', textOf(column), options.startsWith)] : [];
  const where = filledWhere(table, query, name, begins);
  const list = `SELECT unnest(approx_top_k(${name}, ${Math.trunc(options.limit)})) AS v FROM ${source(table.paths)}${where.sql}`;
  const kept = filledWhere(table, query, name);
  return {
    sql: `SELECT ${textOf({ ...column, parquetColumn: 'v' })} AS v, n FROM (SELECT ${name} AS v, count(*) AS n FROM ${source(table.paths)}${kept.sql}
      AND ${name} IN (${list}) GROUP BY 1) ORDER BY n DESC, 1`,
    values: [...kept.values, ...where.values],
  };
}

/** First and last text by the Ukrainian alphabet. */
export function endsStatement(table: StatementTable, query: Narrowing, column: ManifestColumn): Statement {
  const name = identifier(column.parquetColumn);
  const where = filledWhere(table, query, name);
  const distinct = `SELECT DISTINCT ${name} AS v FROM ${source(table.paths)}${where.sql}`;
  return {
    sql: `WITH g AS MATERIALIZED (${distinct}) SELECT (SELECT v FROM g ORDER BY v COLLATE uk, v LIMIT 1) AS least,
      (SELECT v FROM g ORDER BY v COLLATE uk DESC, v DESC LIMIT 1) AS most`,
    values: where.values,
  };
}

/** Rows by bin: `b` and `n`. */
export function binsStatement(table: StatementTable, query: Narrowing, column: ManifestColumn, bin: string): Statement {
  const where = filledWhere(table, query, identifier(column.parquetColumn));
  return {
    sql: `SELECT ${bin} AS b, count(*) AS n FROM ${source(table.paths)}${where.sql} GROUP BY 1`,
    values: where.values,
  };
}
