import { matchColumn } from './column-names.ts';
import { countName, keyName, measureName, typesOf } from './group-columns.ts';
import {
  type GroupKey,
  type GroupMeasure,
  type GroupQuery,
  MEASURES,
  MOST_KEYS,
  MOST_MEASURES,
} from './group-query.ts';
import { columnsOfGroups, emptyGroup, otherMeasureType, tooManyOf, unknownOutput } from './group-query-faults.ts';
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
import { MAX_PAGE_SIZE, PAGE_SIZE, type RowSort } from './row-query.ts';
import { badRowQuery, partOfOtherType } from './row-query-faults.ts';
import { LAST_PAGE } from './row-query-rules.ts';

const OWN_PARAMETERS: ReadonlySet<string> = new Set(['q', 'sort', 'page', 'page_size', 'group', ...MEASURES]);

/**
 * Understands a question about groups: `group=district,signed__year` (a column, or the year or month of a date), `sum=`, `avg=`, `min=`, `max=`
 * with lists of columns, the conditions and `q` of `parseRowQuery`, `sort` by columns of the answer (`-count`, `amount__sum`), `page`,
 * `page_size`. The number of rows is always there, as `count`. Null where no `group` is asked for. `ignored` names parameters that are the page's own.
 * Throws RequestError `invalid` (code `bad-row-query`) naming every fault.
 */
export function parseGroupQuery(
  columns: readonly ManifestColumn[],
  parameters: URLSearchParams,
  ignored: readonly string[] = [],
): GroupQuery | null {
  if (!parameters.has('group')) return null;
  const reader = readerOf(columns);
  const own = new Set(['columns', ...OWN_PARAMETERS]);
  if (parameters.has('columns') && !ignored.includes('columns')) reader.faults.push(columnsOfGroups());
  const keys = parseKeys(reader, parameters.getAll('group'));
  const measures = MEASURES.flatMap((measure) => parseMeasures(reader, measure, parameters.getAll(measure)));
  if (measures.length > MOST_MEASURES) reader.faults.push(tooManyOf('sum', MOST_MEASURES));
  const query: GroupQuery = {
    ...readNarrowing(reader, parameters, own, ignored),
    keys,
    measures,
    sort: parseSort(reader, keys, measures, parameters.getAll('sort')),
    page: parseCount(reader, 'page', parameters.get('page'), 1, LAST_PAGE),
    size: parseCount(reader, 'page_size', parameters.get('page_size'), PAGE_SIZE, MAX_PAGE_SIZE),
  };
  if (reader.faults.length > 0) throw badRowQuery(reader.faults);
  return query;
}

function parseKeys(reader: Reader, written: readonly string[]): GroupKey[] {
  const keys: GroupKey[] = [];
  for (const word of words(written)) {
    const key = parseKey(reader, word);
    if (key && !keys.some((other) => keyName(other) === keyName(key))) keys.push(key);
  }
  if (keys.length === 0 && reader.faults.length === 0) reader.faults.push(emptyGroup(reader.columns));
  if (keys.length > MOST_KEYS) reader.faults.push(tooManyOf('group', MOST_KEYS));
  return keys;
}

function parseKey(reader: Reader, word: string): GroupKey | null {
  const [, name = '', part = ''] = /^(.*)__(year|month)$/i.exec(word) ?? [];
  if (name === '' || matchColumn(reader.columns, word).kind === 'found') {
    const column = columnOf(reader, 'group', word);
    return column ? { column: column.name, part: 'value' } : null;
  }
  const column = columnOf(reader, 'group', name);
  if (!column) return null;
  if (column.type !== 'date' && column.type !== 'datetime') {
    reader.faults.push(partOfOtherType('group', column.title, reader.columns));
    return null;
  }
  return { column: column.name, part: part.toLowerCase() === 'year' ? 'year' : 'month' };
}

function parseMeasures(reader: Reader, measure: (typeof MEASURES)[number], written: readonly string[]): GroupMeasure[] {
  const measures: GroupMeasure[] = [];
  for (const word of words(written)) {
    const column = columnOf(reader, measure, word);
    if (!column || measures.some((other) => other.column === column.name)) continue;
    if (typesOf(measure).includes(column.type)) measures.push({ measure, column: column.name });
    else reader.faults.push(otherMeasureType(measure, column.title, reader.columns));
  }
  return measures;
}

function parseSort(
  reader: Reader,
  keys: readonly GroupKey[],
  measures: readonly GroupMeasure[],
  written: readonly string[],
): RowSort[] {
  const outputs = [...keys.map(keyName), countName(keys), ...measures.map(measureName)];
  const sort: RowSort[] = [];
  for (const word of words(written)) {
    const descending = word.startsWith('-');
    const column = outputOf(reader, keys, outputs, descending ? word.slice(1) : word);
    if (column === null) reader.faults.push(unknownOutput(word.replace(/^-/, ''), outputs));
    else if (!sort.some((other) => other.column === column)) sort.push({ column, descending });
  }
  return sort;
}

/** An output by its name, a key also by the title of its column. */
function outputOf(reader: Reader, keys: readonly GroupKey[], outputs: readonly string[], word: string): string | null {
  const same = outputs.find((output) => output.toLowerCase() === word.toLowerCase());
  if (same !== undefined) return same;
  const [, name = word, end = ''] = /^(.*?)(__[a-z]+)?$/i.exec(word) ?? [];
  const match = matchColumn(reader.columns, name);
  if (match.kind !== 'found') return null;
  const found = `${match.column.name}${end.toLowerCase()}`;
  if (outputs.includes(found)) return found;
  const only = keys.filter((key) => key.column === match.column.name);
  return end === '' && only.length === 1 && only[0] ? keyName(only[0]) : null;
}

/** The query string that parses to this question. Leaves out what is the default. */
export function groupQueryParameters(query: GroupQuery): URLSearchParams {
  const parameters = new URLSearchParams();
  parameters.set('group', query.keys.map(keyName).join(','));
  for (const measure of MEASURES) {
    const names = query.measures.filter((one) => one.measure === measure).map((one) => one.column);
    if (names.length > 0) parameters.set(measure, names.join(','));
  }
  for (const [key, value] of narrowingParameters(query)) parameters.append(key, value);
  if (query.sort.length > 0) {
    parameters.set('sort', query.sort.map((sort) => (sort.descending ? '-' : '') + sort.column).join(','));
  }
  if (query.page !== 1) parameters.set('page', String(query.page));
  if (query.size !== PAGE_SIZE) parameters.set('page_size', String(query.size));
  return parameters;
}
