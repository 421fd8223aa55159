import { identifier } from '../../platform/duckdb/duckdb.ts';
import { countName, keyName, measureName } from './group-columns.ts';
import { averageOf, type SumMethod, sumOf } from './group-decimals.ts';
import type { GroupKey, GroupMeasure, GroupQuery } from './group-query.ts';
import { allOf, columnNamed, conditions, type Statement } from './row-condition.ts';
import type { StatementTable } from './row-statement.ts';
import { textOf } from './row-text.ts';
import { source } from './table-source.ts';

/** SQL of a key: as it is grouped by. */
function keyOf(table: StatementTable, { column, part }: GroupKey): string {
  const name = identifier(columnNamed(table.columns, column).parquetColumn);
  if (part === 'year') return `year(${name})`;
  return part === 'month' ? `date_trunc('month', ${name})` : name;
}

function measureOf(table: StatementTable, { measure, column }: GroupMeasure, method: SumMethod): string {
  const name = identifier(columnNamed(table.columns, column).parquetColumn);
  if (measure === 'sum') return sumOf(name, method);
  return measure === 'avg' ? averageOf(name, method) : `${measure}(${name})`;
}

/** SQL of the i-th key as it is shown. */
function shownKey(table: StatementTable, { column, part }: GroupKey, i: number): string {
  if (part === 'year') return `k${i}`;
  if (part === 'month') return `strftime(k${i}, '%Y-%m')`;
  return textOf({ ...columnNamed(table.columns, column), parquetColumn: `k${i}` });
}

/** SQL of the i-th measure as it is shown. */
function shownMeasure(table: StatementTable, { measure, column }: GroupMeasure, i: number): string {
  if (measure === 'sum' || measure === 'avg') return `m${i}`;
  return textOf({ ...columnNamed(table.columns, column), parquetColumn: `m${i}` });
}

/** All the groups that may be told, one row each: `k<i>`, `n`, `m<i>`. */
function groups(table: StatementTable, query: GroupQuery, methods: readonly SumMethod[]): Statement {
  const where = allOf(conditions(table.columns, query));
  const keys = query.keys.map((key, i) => `${keyOf(table, key)} AS k${i}`);
  const measures = query.measures.map(
    (one, i) => `${measureOf(table, one, methods[i] ?? { kind: 'native', scale: 0 })} AS m${i}`,
  );
  const by = query.keys.map((_, i) => i + 1).join(', ');
  const sql = `SELECT ${[...keys, 'count(*) AS n', ...measures].join(', ')} FROM ${source(table.paths)}${where.sql} GROUP BY ${by}`;
  return { sql: table.smallest === undefined ? sql : tellable(sql, table.smallest), values: where.values };
}

/**
 * Only groups of enough rows. Those that are hidden must not be found by subtraction from all rows of the table: where any is, at least two are, and
 * together no fewer rows than the least, so the smallest of the others go with them.
 */
function tellable(sql: string, smallest: number): string {
  const small = `n < ${smallest}`;
  return `SELECT * EXCLUDE (nth, before, any_small) FROM (
    SELECT *, row_number() OVER best AS nth, sum(n) OVER best - n AS before, bool_or(${small}) OVER () AS any_small
    FROM (${sql}) WINDOW best AS (ORDER BY ${small} DESC, n, k0 ROWS UNBOUNDED PRECEDING))
    WHERE NOT (${small} OR (any_small AND (nth <= 2 OR before < ${smallest})))`;
}

/**
 * One page of groups: `v<i>` keys, count and measures in the order of the answer's columns. `methods` are those of the measures, one each.
 * `counted` adds to every row how many groups there are, `total`, and how many rows in them, `matched`: takes more memory, but no second look.
 */
export function groupStatement(
  table: StatementTable,
  query: GroupQuery,
  methods: readonly SumMethod[],
  counted: boolean,
): Statement {
  const all = groups(table, query, methods);
  const shown = [
    ...query.keys.map((key, i) => shownKey(table, key, i)),
    'n',
    ...query.measures.map((one, i) => shownMeasure(table, one, i)),
  ].map((sql, i) => `${sql} AS v${i}`);
  if (counted) shown.push('count(*) OVER () AS total', 'sum(n) OVER () AS matched');
  return {
    sql: `SELECT ${shown.join(', ')} FROM (${all.sql}) ORDER BY ${order(table, query)} LIMIT ${query.size} OFFSET ${(query.page - 1) * query.size}`,
    values: all.values,
  };
}

/** How many groups there are, and how many rows in them. */
export function groupCountStatement(table: StatementTable, query: GroupQuery): Statement {
  const all = groups(table, { ...query, measures: [] }, []);
  return { sql: `SELECT count(*) AS total, coalesce(sum(n), 0) AS matched FROM (${all.sql})`, values: all.values };
}

/** As asked, then by the keys, so that pages never overlap: text by the alphabet and, where that takes two for one, by its letters. */
function order(table: StatementTable, query: GroupQuery): string {
  const outputs = new Map<string, string>([[countName(query.keys), 'n']]);
  query.measures.forEach((one, i) => {
    outputs.set(measureName(one), `m${i}`);
  });
  const texts: string[] = [];
  query.keys.forEach((key, i) => {
    const text = key.part === 'value' && columnNamed(table.columns, key.column).type === 'text';
    outputs.set(keyName(key), text ? `k${i} COLLATE uk` : `k${i}`);
    if (text) texts.push(`k${i}`);
  });
  const asked = query.sort.map(({ column, descending }) => ({ sql: outputs.get(column) ?? 'n', descending }));
  const keys = query.keys
    .filter((key) => !query.sort.some((sort) => sort.column === keyName(key)))
    .map((key) => ({ sql: outputs.get(keyName(key)) ?? 'n', descending: false }));
  const all = [...asked, ...keys].map(({ sql, descending }) => `${sql} ${descending ? 'DESC' : 'ASC'} NULLS LAST`);
  return [...all, ...texts].join(', ');
}
