import { type DuckValue, identifier, literal } from '../../platform/duckdb/duckdb.ts';
import type { ManifestColumn } from './manifest.ts';
import type { RowFilter, RowQuery } from './row-query.ts';
import { source } from './table-source.ts';

/** A SELECT of ours with bound values. Column names come from the manifest only, never from what a person wrote. */
export interface Statement {
  readonly sql: string;
  readonly values: readonly DuckValue[];
}

/** The part of a table the statements need. */
export interface StatementTable {
  readonly columns: readonly ManifestColumn[];
  readonly paths: readonly string[];
}

/** Beyond this many rows to skip, row numbers are sorted first and the rows themselves read after. */
const DEEP = 5_000;

/** How many rows match. */
export function countStatement(table: StatementTable, query: RowQuery): Statement {
  const where = condition(table.columns, query);
  return { sql: `SELECT count(*) AS total FROM ${source(table.paths)}${where.sql}`, values: where.values };
}

/** One page of rows; column `v<i>` is the i-th of `columns`. Ties keep the order of the source. */
export function pageStatement(table: StatementTable, query: RowQuery, columns: readonly ManifestColumn[]): Statement {
  const where = condition(table.columns, query);
  const offset = (query.page - 1) * query.size;
  const shown = columns.map((column, i) => `${shownValue(column)} AS v${i}`).join(', ');
  const from = source(table.paths, { numbered: true });
  const order = orderBy(table, query);
  const single = table.paths.length === 1;
  if (order === '') {
    if (single && where.sql === '') {
      return {
        sql: `SELECT ${shown} FROM ${from} WHERE file_row_number >= ? AND file_row_number < ? ORDER BY file_row_number`,
        values: [offset, offset + query.size],
      };
    }
    // DuckDB keeps the order of one file; it stops reading as soon as the page is full.
    const keep = single ? '' : ' ORDER BY part, file_row_number';
    return {
      sql: `SELECT ${shown} FROM ${from}${where.sql}${keep} LIMIT ? OFFSET ?`,
      values: [...where.values, query.size, offset],
    };
  }
  if (single && offset > DEEP) {
    const numbers = `SELECT file_row_number FROM ${from}${where.sql}${order} LIMIT ? OFFSET ?`;
    return {
      sql: `SELECT ${shown} FROM ${from} WHERE file_row_number IN (${numbers})${order}`,
      values: [...where.values, query.size, offset],
    };
  }
  return {
    sql: `SELECT ${shown} FROM ${from}${where.sql}${order} LIMIT ? OFFSET ?`,
    values: [...where.values, query.size, offset],
  };
}

/** Text sorts by the Ukrainian alphabet (ґ after г, і after и); empty cells come last in both directions. */
function orderBy(table: StatementTable, query: RowQuery): string {
  const keys = query.sort.map(({ column, descending }) => {
    const found = columnNamed(table.columns, column);
    const name = identifier(found.parquetColumn);
    return `${found.type === 'text' ? `${name} COLLATE uk` : name} ${descending ? 'DESC' : 'ASC'} NULLS LAST`;
  });
  if (keys.length === 0) return '';
  const ties = table.paths.length === 1 ? 'file_row_number' : 'part, file_row_number';
  return ` ORDER BY ${keys.join(', ')}, ${ties}`;
}

function columnNamed(columns: readonly ManifestColumn[], name: string): ManifestColumn {
  const column = columns.find((candidate) => candidate.name === name && candidate.sensitivity === 'open');
  if (column === undefined) throw new Error(`a row query names a column the table does not have: ${name}`);
  return column;
}

function shownValue(column: ManifestColumn): string {
  return column.type === 'text' || column.type === 'integer' || column.type === 'decimal' || column.type === 'boolean'
    ? identifier(column.parquetColumn)
    : textOf(column);
}

/** A column's values as text in the form the API and files show them. */
export function textOf(column: ManifestColumn): string {
  const name = identifier(column.parquetColumn);
  if (column.type === 'text') return name;
  if (column.type === 'decimal') {
    // 20, not 20.0: decimals may be kept as DOUBLE
    const whole = `${name} = trunc(${name}) AND abs(${name}) < 1e15`;
    return `CASE WHEN ${whole} THEN CAST(CAST(${name} AS BIGINT) AS VARCHAR) ELSE CAST(${name} AS VARCHAR) END`;
  }
  // milliseconds only where there are some
  if (column.type === 'datetime') return `regexp_replace(strftime(${name}, '%Y-%m-%dT%H:%M:%S.%g'), '\\.000$', '')`;
  return `CAST(${name} AS VARCHAR)`;
}

function condition(columns: readonly ManifestColumn[], query: RowQuery): Statement {
  const parts = query.filters.map((filter) => filterCondition(columnNamed(columns, filter.column), filter));
  for (const word of query.search.split(' ')) {
    if (word !== '') parts.push(wordCondition(columns, word));
  }
  if (parts.length === 0) return { sql: '', values: [] };
  return { sql: ` WHERE ${parts.map((part) => part.sql).join(' AND ')}`, values: parts.flatMap((part) => part.values) };
}

const COMPARISONS = { exact: '=', ne: 'IS DISTINCT FROM', gte: '>=', lte: '<=', gt: '>', lt: '<' } as const;

function filterCondition(column: ManifestColumn, filter: RowFilter): Statement {
  const name = identifier(column.parquetColumn);
  const [value = ''] = filter.values;
  switch (filter.operator) {
    case 'isnull':
      return { sql: value === 'true' ? `${name} IS NULL` : `${name} IS NOT NULL`, values: [] };
    case 'contains':
      return partCondition('contains', textOf(column), value);
    case 'startswith':
      return partCondition('starts_with', textOf(column), value);
    case 'in': {
      if (column.type === 'datetime') return anyOf(filter.values.map((one) => comparison(column, '=', one)));
      const bound = filter.values.map((one) => boundValue(column, one));
      return { sql: bound.length === 0 ? 'false' : `${name} IN (${bound.join(', ')})`, values: filter.values };
    }
    default:
      return comparison(column, COMPARISONS[filter.operator], value);
  }
}

function anyOf(parts: readonly Statement[]): Statement {
  if (parts.length === 0) return { sql: 'false', values: [] };
  return { sql: `(${parts.map((part) => part.sql).join(' OR ')})`, values: parts.flatMap((part) => part.values) };
}

/** A datetime compared with a bare day means the whole day: `lte` the 31st takes the 31st in. */
function comparison(column: ManifestColumn, sign: string, value: string): Statement {
  const name = identifier(column.parquetColumn);
  if (column.type === 'datetime' && !value.includes('T')) {
    return { sql: `CAST(${name} AS DATE) ${sign} CAST(? AS DATE)`, values: [value] };
  }
  return { sql: `${name} ${sign} ${boundValue(column, value)}`, values: [value] };
}

/**
 * The place of a bound value, cast to the narrowest type that holds it: a wider one would make DuckDB cast the column and read
 * every row group.
 */
function boundValue(column: ManifestColumn, value: string): string {
  switch (column.type) {
    case 'integer':
      return value.length <= 18 ? 'CAST(? AS BIGINT)' : 'CAST(? AS HUGEINT)';
    case 'decimal': {
      const [whole = '', fraction = ''] = value.replace('-', '').split('.');
      return `CAST(? AS DECIMAL(${Math.max(1, whole.length + fraction.length)}, ${fraction.length}))`;
    }
    case 'boolean':
      return 'CAST(? AS BOOLEAN)';
    case 'date':
      return 'CAST(? AS DATE)';
    case 'datetime':
      return 'CAST(? AS TIMESTAMP)';
    case 'time':
      return 'CAST(? AS TIME)';
    case 'text':
      return '?';
  }
}

const APOSTROPHES = '’ʼ‘`´′';

/** Without regard to case; apostrophes are one letter, but only where a person wrote one: it costs a pass over each value. */
function partCondition(test: 'contains' | 'starts_with', text: string, value: string): Statement {
  const needle = value.normalize('NFC').toLowerCase();
  const folded = needle.replace(new RegExp(`[${APOSTROPHES}]`, 'g'), "'");
  let haystack = `lower(${text})`;
  if (folded.includes("'")) {
    for (const apostrophe of APOSTROPHES) haystack = `replace(${haystack}, ${literal(apostrophe)}, '''')`;
  }
  return { sql: `${test}(${haystack}, ?)`, values: [folded] };
}

/** The word stands in some open column of the row. */
function wordCondition(columns: readonly ManifestColumn[], word: string): Statement {
  const texts = columns.filter((column) => column.sensitivity === 'open').map(textOf);
  if (texts.length === 0) return { sql: 'false', values: [] };
  return partCondition('contains', `concat_ws(chr(10), ${texts.join(', ')})`, word);
}
