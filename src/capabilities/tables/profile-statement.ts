import { identifier, literal } from '../../platform/duckdb/duckdb.ts';
import { averageOf, type SumMethod } from './group-decimals.ts';
import type { ManifestColumn } from './manifest.ts';
import { allOf, conditions, type Narrowing, partCondition, type Statement } from './row-condition.ts';
import type { StatementTable } from './row-statement.ts';
import { textOf } from './row-text.ts';
import { source } from './table-source.ts';

/** What one look over the column tells: rows, filled cells, of ordered values least, most and average; about how many values, where asked. */
export function factsStatement(
  table: StatementTable,
  query: Narrowing,
  column: ManifestColumn,
  method: SumMethod | null,
  about: boolean,
): Statement {
  const where = allOf(conditions(table.columns, query));
  const name = identifier(column.parquetColumn);
  const ordered = column.type !== 'text' && column.type !== 'boolean';
  const shown = (what: string) => textOf({ ...column, parquetColumn: what });
  const facts = [
    'n',
    'filled',
    ...(about ? ['about'] : []),
    ...(ordered ? [`${shown('lo')} AS least`, `${shown('hi')} AS most`] : []),
    ...(method ? ['average'] : []),
  ];
  const asked = [
    'count(*) AS n',
    `count(${name}) AS filled`,
    ...(about ? [`approx_count_distinct(${name}) AS about`] : []),
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

/** What else the values tell, counted from them and not from the rows again. */
export interface AlsoAsked {
  /** The first and the last text by the Ukrainian alphabet: `least`, `most`. */
  readonly ends?: boolean;
  /** SQL of the bin of a value: rows with `b`, not null, and `n` follow. */
  readonly bin?: (name: string) => string;
}

/**
 * The most frequent values `v` with their counts `n`, and their places `at` among them; `d` is how many different values there are. Ties by value.
 */
export function valuesStatement(
  table: StatementTable,
  query: Narrowing,
  column: ManifestColumn,
  options: { startsWith?: string; limit: number },
  also: AlsoAsked = {},
): Statement {
  const name = identifier(column.parquetColumn);
  const begins = options.startsWith ? [partCondition('starts_with', textOf(column), options.startsWith)] : [];
  const where = filledWhere(table, query, name, begins);
  const end = (direction: string) => `(SELECT v FROM g ORDER BY v COLLATE uk ${direction}, v ${direction} LIMIT 1)`;
  const ends = also.ends === true ? `, ${end('ASC')} AS least, ${end('DESC')} AS most` : '';
  const bins = also.bin
    ? ` UNION ALL BY NAME SELECT ${also.bin('v')} AS b, CAST(sum(n) AS BIGINT) AS n FROM g GROUP BY 1`
    : '';
  return {
    sql: `WITH g AS MATERIALIZED (SELECT ${name} AS v, count(*) AS n FROM ${source(table.paths)}${where.sql} GROUP BY 1),
      f AS (SELECT v, n FROM g ORDER BY n DESC, g.v LIMIT ${Math.trunc(options.limit)})
      SELECT ${textOf({ ...column, parquetColumn: 'v' })} AS v, n, row_number() OVER (ORDER BY n DESC, f.v) AS at, (SELECT count(*) FROM g) AS d${ends}
      FROM f${bins}`,
    values: where.values,
  };
}

/** Different values of all row groups together, `d`, as the dictionaries of the file tell them: of `told` among `groups`. */
export function dictionariesStatement(table: StatementTable, column: ManifestColumn): Statement {
  const parts = table.paths.map(
    ({ path }) =>
      `SELECT stats_distinct_count AS d FROM parquet_metadata(${literal(path)}) WHERE path_in_schema = ${literal(column.parquetColumn)}`,
  );
  return {
    sql: `SELECT count(*) AS groups, count(d) AS told, coalesce(sum(d), 0) AS d FROM (${parts.join(' UNION ALL ')})`,
    values: [],
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

/** Rows by bin: `b` and `n`. */
export function binsStatement(table: StatementTable, query: Narrowing, column: ManifestColumn, bin: string): Statement {
  const where = filledWhere(table, query, identifier(column.parquetColumn));
  return {
    sql: `SELECT ${bin} AS b, count(*) AS n FROM ${source(table.paths)}${where.sql} GROUP BY 1`,
    values: where.values,
  };
}
