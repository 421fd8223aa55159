import { APOSTROPHE_MARKS } from '../../language/folding.ts';
import { type DuckValue, identifier, literal } from '../../platform/duckdb/duckdb.ts';
import type { ColumnType } from '../../tabular/column.ts';
import type { ManifestColumn } from './manifest.ts';
import type { RowFilter, RowQuery } from './row-query.ts';
import { textOf } from './row-text.ts';
import { touchesBounds } from './touches-bounds.ts';

/** A SELECT of ours with bound values. Column names come from the manifest only, never from what a person wrote. */
export interface Statement {
  readonly sql: string;
  readonly values: readonly DuckValue[];
}

/** What narrows the rows; the same in questions about rows, groups, columns and points. */
export type Narrowing = Pick<RowQuery, 'filters' | 'search'>;

/** The open column of that name; another one would be our own fault. */
export function columnNamed(columns: readonly ManifestColumn[], name: string): ManifestColumn {
  const column = columns.find((candidate) => candidate.name === name && candidate.sensitivity === 'open');
  if (column === undefined) throw new Error(`a query names a column the table does not have: ${name}`);
  return column;
}

/** All conditions joined by AND; `more` are conditions of the statement's own. */
export function allOf(parts: readonly Statement[]): Statement {
  if (parts.length === 0) return { sql: '', values: [] };
  return { sql: ` WHERE ${parts.map((part) => part.sql).join(' AND ')}`, values: parts.flatMap((part) => part.values) };
}

/** The conditions of a question, to be joined by `allOf`. */
export function conditions(columns: readonly ManifestColumn[], query: Narrowing): Statement[] {
  const parts = query.filters.map((filter) => filterCondition(columnNamed(columns, filter.column), filter));
  for (const word of query.search.split(' ')) {
    if (word !== '') parts.push(wordCondition(columns, word));
  }
  return parts;
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
    case 'year':
      return between(column, `${value}-01-01`, `${yearAfter(value)}-01-01`);
    case 'month': {
      const [year = '', month = ''] = value.split('-');
      const next = month === '12' ? `${yearAfter(year)}-01` : `${year}-${String(Number(month) + 1).padStart(2, '0')}`;
      return between(column, `${value}-01`, `${next}-01`);
    }
    case 'in': {
      if (column.type === 'datetime') return anyOf(filter.values.map((one) => comparison(column, '=', one)));
      const bound = filter.values.map((one) => boundValue(column, one));
      return { sql: bound.length === 0 ? 'false' : `${name} IN (${bound.join(', ')})`, values: filter.values };
    }
    case 'bbox': {
      const [west = '', south = '', east = '', north = ''] = filter.values;
      return { sql: touchesBounds(name), values: [west, east, south, north] };
    }
    default:
      return comparison(column, COMPARISONS[filter.operator], value);
  }
}

const yearAfter = (year: string) => String(Number(year) + 1).padStart(4, '0');

/** From a day to before another: a range is found by the statistics of the file, a part of a date is not. */
function between(column: ManifestColumn, from: string, before: string): Statement {
  const name = identifier(column.parquetColumn);
  const type = column.type === 'date' ? 'DATE' : 'TIMESTAMP';
  return { sql: `(${name} >= CAST(? AS ${type}) AND ${name} < CAST(? AS ${type}))`, values: [from, before] };
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
export function boundValue(column: ManifestColumn, value: string): string {
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

/**
 * Whether a text holds, or begins with, a value: without regard to case and to the kind of apostrophe. What has neither is compared as it is,
 * the rest by one regular expression: making every value of the column lower-case first would cost twice as much.
 */
export function partCondition(test: 'contains' | 'starts_with', text: string, value: string): Statement {
  const needle = value.normalize('NFC');
  if (needle.toLowerCase() === needle.toUpperCase() && !hasApostrophe(needle)) {
    return { sql: `${test}(${text}, ?)`, values: [needle] };
  }
  const pattern = [...needle]
    .map((letter) => (hasApostrophe(letter) ? `[${APOSTROPHE_MARKS}]` : escaped(letter)))
    .join('');
  // a constant in the statement: a bound pattern would be compiled anew for every row
  const form = literal(test === 'contains' ? pattern : `^${pattern}`);
  return { sql: `regexp_matches(${text}, ${form}, 'is')`, values: [] };
}

const hasApostrophe = (text: string) => [...text].some((letter) => APOSTROPHE_MARKS.includes(letter));

/** A character as itself in a regular expression. */
function escaped(letter: string): string {
  return /[\\^$.*+?()[\]{}|]/.test(letter) ? `\\${letter}` : letter;
}

/** What a word must be made of to stand in the text of a value of a type; no other word is looked for there. */
const LETTERS: Record<ColumnType, RegExp> = {
  integer: /^[-\d]+$/,
  decimal: /^[-+.\de]+$/i,
  boolean: /^[truefals]+$/i,
  date: /^[-\d]+$/,
  datetime: /^[-\d:.t]+$/i,
  time: /^[\d:.]+$/,
  text: /^/,
};

/** The word stands in some open column of the row. */
function wordCondition(columns: readonly ManifestColumn[], word: string): Statement {
  const open = columns.filter(
    ({ sensitivity, type, geometry }) => sensitivity === 'open' && geometry !== 'shape' && LETTERS[type].test(word),
  );
  return anyOf(open.map((column) => partCondition('contains', textOf(column), word)));
}
