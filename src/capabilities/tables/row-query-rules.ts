import type { FieldFault } from '../../kernel/errors.ts';
import { matchColumn, openColumns } from './column-names.ts';
import type { ManifestColumn } from './manifest.ts';
import {
  MAX_PAGE_SIZE,
  OPERATORS,
  type Operator,
  PAGE_SIZE,
  type RowFilter,
  type RowQuery,
  type RowSort,
} from './row-query.ts';
import {
  badPage,
  badRowQuery,
  badTruth,
  badValue,
  noValues,
  severalColumns,
  tooManyValues,
  unknownColumn,
  unknownOperator,
} from './row-query-faults.ts';
import { parseTruth, parseValue } from './row-value-rules.ts';

/** Values one `__in` takes. */
const MOST_VALUES = 1000;
const OWN_PARAMETERS = new Set(['q', 'sort', 'columns', 'page', 'page_size']);

/** One parse: the open columns and the faults met so far. */
interface Reader {
  readonly columns: readonly ManifestColumn[];
  readonly faults: FieldFault[];
}

/**
 * Understands the query string of the row API and of a dataset page:
 * `<column>__exact|ne|gte|lte|gt|lt|contains|startswith|in|isnull=<value>` (a bare `<column>=` is `exact`), `q`, `sort=a,-b`, `columns=a,b`, `page`,
 * `page_size`. Columns by name or title. A parameter with an empty value is left out, as a form sends its untouched fields; no form sends an
 * empty `__in`, and a list of nothing read as no condition would answer with every row, so it is a fault.
 * `ignored` names parameters that are the page's own.
 * Throws RequestError `invalid` (code `bad-row-query`) naming every fault and listing what exists.
 */
export function parseRowQuery(
  columns: readonly ManifestColumn[],
  parameters: URLSearchParams,
  ignored: readonly string[] = [],
): RowQuery {
  const reader: Reader = { columns: openColumns(columns), faults: [] };
  const filters: RowFilter[] = [];
  for (const [key, value] of parameters) {
    if (OWN_PARAMETERS.has(key) || ignored.includes(key)) continue;
    if (value.trim() === '' && !/__in$/i.test(key)) continue;
    const filter = parseFilter(reader, key, value);
    if (filter) filters.push(filter);
  }
  const query: RowQuery = {
    filters: joinAlternatives(filters),
    search: parameters.getAll('q').join(' ').trim().replace(/\s+/g, ' '),
    sort: parseSort(reader, parameters.getAll('sort')),
    columns: parseColumns(reader, parameters.getAll('columns')),
    page: parseCount(reader, 'page', parameters.get('page'), 1, Math.floor(Number.MAX_SAFE_INTEGER / MAX_PAGE_SIZE)),
    size: parseCount(reader, 'page_size', parameters.get('page_size'), PAGE_SIZE, MAX_PAGE_SIZE),
  };
  if (reader.faults.length > 0) throw badRowQuery(reader.faults);
  return query;
}

/** Finds the column or adds the fault. */
function columnOf(reader: Reader, field: string, word: string): ManifestColumn | null {
  const match = matchColumn(reader.columns, word);
  if (match.kind === 'found') return match.column;
  reader.faults.push(
    match.kind === 'several' ? severalColumns(match.columns, field, word) : unknownColumn(reader.columns, field, word),
  );
  return null;
}

function isOperator(word: string): word is Operator {
  return OPERATORS.some((operator) => operator === word);
}

function parseFilter(reader: Reader, key: string, written: string): RowFilter | null {
  const cut = key.lastIndexOf('__');
  const operator = cut < 0 ? '' : key.slice(cut + 2).toLowerCase();
  if (isOperator(operator)) {
    const column = columnOf(reader, key, key.slice(0, cut));
    return column ? filterOf(reader, key, column, operator, written) : null;
  }
  const bare = matchColumn(reader.columns, key);
  if (bare.kind === 'found') return filterOf(reader, key, bare.column, 'exact', written);
  const before = cut > 0 ? matchColumn(reader.columns, key.slice(0, cut)) : null;
  if (before?.kind === 'found') reader.faults.push(unknownOperator(key, key.slice(0, cut), operator));
  else columnOf(reader, key, cut > 0 ? key.slice(0, cut) : key);
  return null;
}

function filterOf(
  reader: Reader,
  key: string,
  column: ManifestColumn,
  operator: Operator,
  written: string,
): RowFilter | null {
  if (operator === 'isnull') {
    const truth = parseTruth(written);
    if (truth === null) reader.faults.push(badTruth(key, written));
    return truth === null ? null : { column: column.name, operator, values: [String(truth)] };
  }
  // A part of a value need not be a whole value of its type: 2024- is a good beginning of a date.
  if (operator === 'contains' || operator === 'startswith') return { column: column.name, operator, values: [written] };
  const alternatives = operator === 'in' ? splitAlternatives(written) : [written];
  if (alternatives.length === 0) {
    reader.faults.push(noValues(key));
    return null;
  }
  if (alternatives.length > MOST_VALUES) {
    reader.faults.push(tooManyValues(key, MOST_VALUES));
    return null;
  }
  const values: string[] = [];
  for (const alternative of alternatives) {
    const parsed = parseValue(column.type, alternative);
    if (parsed.kind === 'value') values.push(parsed.value);
    else reader.faults.push(badValue(key, column.title, alternative, parsed.expected));
  }
  return { column: column.name, operator, values };
}

/** `a,b` or, for values that hold a comma, a JSON array `["a, b","c"]`. */
function splitAlternatives(written: string): string[] {
  if (written.trimStart().startsWith('[')) {
    try {
      const parsed: unknown = JSON.parse(written);
      if (Array.isArray(parsed)) return parsed.map(String);
    } catch {
      // not JSON after all: the brackets belong to a value
    }
  }
  return written
    .split(',')
    .map((value) => value.trim())
    .filter((value) => value !== '');
}

/** Repeated `__in` of one column (checkboxes of a form) are alternatives, not conditions that exclude each other. */
function joinAlternatives(filters: readonly RowFilter[]): RowFilter[] {
  const joined: RowFilter[] = [];
  for (const filter of filters) {
    const at = joined.findIndex(
      (other) => filter.operator === 'in' && other.operator === 'in' && other.column === filter.column,
    );
    const other = joined[at];
    if (other) joined[at] = { ...other, values: [...other.values, ...filter.values] };
    else joined.push(filter);
  }
  return joined;
}

function words(written: readonly string[]): string[] {
  return written
    .flatMap((value) => value.split(','))
    .map((value) => value.trim())
    .filter((value) => value !== '');
}

function parseSort(reader: Reader, written: readonly string[]): RowSort[] {
  const sort: RowSort[] = [];
  for (const word of words(written)) {
    const descending = word.startsWith('-');
    const column = columnOf(reader, 'sort', descending ? word.slice(1) : word);
    if (column && !sort.some((other) => other.column === column.name)) sort.push({ column: column.name, descending });
  }
  return sort;
}

function parseColumns(reader: Reader, written: readonly string[]): string[] {
  const names: string[] = [];
  for (const word of words(written)) {
    const column = columnOf(reader, 'columns', word);
    if (column && !names.includes(column.name)) names.push(column.name);
  }
  return names;
}

function parseCount(
  reader: Reader,
  field: 'page' | 'page_size',
  written: string | null,
  byDefault: number,
  most: number,
): number {
  if (written === null || written.trim() === '') return byDefault;
  const count = /^\d{1,15}$/.test(written.trim()) ? Number(written) : 0;
  if (count >= 1 && count <= most) return count;
  reader.faults.push(badPage(field, written));
  return byDefault;
}

/** The query string that parses to this query, for links to other pages, filters and sort orders. Leaves out what is the default. */
export function rowQueryParameters(query: RowQuery): URLSearchParams {
  const parameters = new URLSearchParams();
  if (query.search !== '') parameters.set('q', query.search);
  for (const { column, operator, values } of query.filters) {
    const value =
      operator !== 'in'
        ? values[0]
        : values.some((text) => /[,[]/.test(text))
          ? JSON.stringify(values)
          : values.join(',');
    parameters.append(`${column}__${operator}`, value ?? '');
  }
  if (query.sort.length > 0) {
    parameters.set('sort', query.sort.map((sort) => (sort.descending ? '-' : '') + sort.column).join(','));
  }
  if (query.columns.length > 0) parameters.set('columns', query.columns.join(','));
  if (query.page !== 1) parameters.set('page', String(query.page));
  if (query.size !== PAGE_SIZE) parameters.set('page_size', String(query.size));
  return parameters;
}
