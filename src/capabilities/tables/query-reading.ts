import type { FieldFault } from '../../kernel/errors.ts';
import { matchColumn, openColumns } from './column-names.ts';
import type { ManifestColumn } from './manifest.ts';
import type { Narrowing } from './row-condition.ts';
import { OPERATORS, type Operator, type RowFilter } from './row-query.ts';
import {
  badBounds,
  badPage,
  badPart,
  badTruth,
  badValue,
  noValues,
  partOfOtherType,
  severalColumns,
  tooManyValues,
  unknownColumn,
  unknownOperator,
} from './row-query-faults.ts';
import { parsePart, parseTruth, parseValue } from './row-value-rules.ts';
import { isTracking } from './strange-parameters.ts';

/** Values one `__in` takes. */
const MOST_VALUES = 1000;

/** One parse: the open columns and the faults met so far. */
export interface Reader {
  readonly columns: readonly ManifestColumn[];
  readonly faults: FieldFault[];
}

/** A reader of questions to a table of these columns. */
export function readerOf(columns: readonly ManifestColumn[]): Reader {
  return { columns: openColumns(columns), faults: [] };
}

/**
 * The conditions and the words to search for. `own` are parameters of the question itself, `ignored` those of the page.
 * A parameter with an empty value is left out, but for `__in`.
 */
export function readNarrowing(
  reader: Reader,
  parameters: URLSearchParams,
  own: ReadonlySet<string>,
  ignored: readonly string[],
): Narrowing {
  const filters: RowFilter[] = [];
  for (const [key, value] of parameters) {
    if (own.has(key) || ignored.includes(key) || isTracking(reader.columns, key)) continue;
    if (value.trim() === '' && !/__in$/i.test(key)) continue;
    const filter = parseFilter(reader, key, value);
    if (filter) filters.push(filter);
  }
  return { filters: joinAlternatives(filters), search: parameters.getAll('q').join(' ').trim().replace(/\s+/g, ' ') };
}

/** Finds the column or adds the fault. */
export function columnOf(reader: Reader, field: string, word: string): ManifestColumn | null {
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
  if (operator === 'year' || operator === 'month') return partFilter(reader, key, column, operator, written);
  if (operator === 'bbox') return boundsFilter(reader, key, column, written);
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

function boundsFilter(reader: Reader, key: string, column: ManifestColumn, written: string): RowFilter | null {
  const values = written.split(',').map((edge) => edge.trim());
  const [west, south, east, north] = values.map(Number);
  const plain = values.length === 4 && values.every((edge) => /^-?\d+(?:\.\d+)?$/.test(edge));
  const fits = plain && (west ?? 0) <= (east ?? 0) && (south ?? 0) <= (north ?? 0);
  if (column.geometry === 'shape' && fits) return { column: column.name, operator: 'bbox', values };
  reader.faults.push(badBounds(key, written, column.geometry === 'shape'));
  return null;
}

function partFilter(
  reader: Reader,
  key: string,
  column: ManifestColumn,
  operator: 'year' | 'month',
  written: string,
): RowFilter | null {
  if (column.type !== 'date' && column.type !== 'datetime') {
    reader.faults.push(partOfOtherType(key, column.title, reader.columns));
    return null;
  }
  const value = parsePart(operator, written);
  if (value === null) reader.faults.push(badPart(key, operator, written));
  return value === null ? null : { column: column.name, operator, values: [value] };
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

/** The words of a list `a,b`, also of a repeated parameter. */
export function words(written: readonly string[]): string[] {
  return written
    .flatMap((value) => value.split(','))
    .map((value) => value.trim())
    .filter((value) => value !== '');
}

/** A whole number of rows or pages from 1 to `most`. */
export function parseCount(
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

/** A value that a plain list would read otherwise: an array of JSON is written then. */
const isNotPlain = (value: string) => value === '' || value.trim() !== value || /[,[]/.test(value);

/** The parameters that `readNarrowing` reads as these conditions. */
export function narrowingParameters({ search, filters }: Narrowing): URLSearchParams {
  const parameters = new URLSearchParams();
  if (search !== '') parameters.set('q', search);
  for (const { column, operator, values } of filters) {
    const value =
      operator === 'bbox'
        ? values.join(',')
        : operator !== 'in'
          ? values[0]
          : values.some(isNotPlain)
            ? JSON.stringify(values)
            : values.join(',');
    parameters.append(`${column}__${operator}`, value ?? '');
  }
  return parameters;
}
