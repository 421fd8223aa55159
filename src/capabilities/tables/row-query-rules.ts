import { cursorFault } from './cursor-rules.ts';
import type { ManifestColumn } from './manifest.ts';
import {
  columnOf,
  narrowingParameters,
  parseCount,
  type Reader,
  readerOf,
  readNarrowing,
  words,
} from './query-reading.ts';
import { MAX_PAGE_SIZE, PAGE_SIZE, type RowQuery, type RowSort } from './row-query.ts';
import { badRowQuery } from './row-query-faults.ts';

const OWN_PARAMETERS: ReadonlySet<string> = new Set(['q', 'sort', 'columns', 'page', 'page_size', 'cursor']);

/** The last page whose first row's number is still a number of JavaScript. */
export const LAST_PAGE = Math.floor(Number.MAX_SAFE_INTEGER / MAX_PAGE_SIZE);

/**
 * Understands the query string of the row API and of a dataset page:
 * `<column>__exact|ne|gte|lte|gt|lt|contains|startswith|in|isnull|year|month=<value>` (a bare `<column>=` is `exact`), `q`, `sort=a,-b`,
 * `columns=a,b`, `page`, `page_size`, `cursor`. Columns by name or title. A parameter with an empty value is left out, as a form sends its
 * untouched fields; no form sends an empty `__in`, and a list of nothing read as no condition would answer with every row, so it is a fault.
 * An empty `cursor` asks for the first rows and the cursor of the next.
 * `ignored` names parameters that are the page's own.
 * Throws RequestError `invalid` (code `bad-row-query`) naming every fault and listing what exists.
 */
export function parseRowQuery(
  columns: readonly ManifestColumn[],
  parameters: URLSearchParams,
  ignored: readonly string[] = [],
): RowQuery {
  const reader = readerOf(columns);
  const query: RowQuery = {
    ...readNarrowing(reader, parameters, OWN_PARAMETERS, ignored),
    sort: parseSort(reader, parameters.getAll('sort')),
    columns: parseColumns(reader, parameters.getAll('columns')),
    page: parseCount(reader, 'page', parameters.get('page'), 1, LAST_PAGE),
    size: parseCount(reader, 'page_size', parameters.get('page_size'), PAGE_SIZE, MAX_PAGE_SIZE),
    cursor: ignored.includes('cursor') ? null : parameters.get('cursor'),
  };
  if (reader.faults.length === 0) {
    const fault = cursorFault(query);
    if (fault) reader.faults.push(fault);
  }
  if (reader.faults.length > 0) throw badRowQuery(reader.faults);
  return query;
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

/** The query string that parses to this query, for links to other pages, filters and sort orders. Leaves out what is the default. */
export function rowQueryParameters(query: RowQuery): URLSearchParams {
  const parameters = narrowingParameters(query);
  if (query.sort.length > 0) {
    parameters.set('sort', query.sort.map((sort) => (sort.descending ? '-' : '') + sort.column).join(','));
  }
  if (query.columns.length > 0) parameters.set('columns', query.columns.join(','));
  if (query.page !== 1) parameters.set('page', String(query.page));
  if (query.size !== PAGE_SIZE) parameters.set('page_size', String(query.size));
  if (query.cursor !== null) parameters.set('cursor', query.cursor);
  return parameters;
}
