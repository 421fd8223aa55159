import {
  columnForm,
  filled,
  filledLength,
  formOf,
  isFilled,
  isYear,
  type SampleRow,
  saysNoValue,
} from './cell-forms.ts';

/** Rows of names a header has at most; a row of numbers under them is not counted. */
const MOST = 3;
/** A unit of measurement under a name: «Площа» over «га». */
const UNIT =
  /^\(?(тис\.?|млн\.?|млрд\.?)?\s?(грн\.?|га|м|м2|м²|м3|м³|кв\.?\s?м|куб\.?\s?м|км|кг|т|л|шт\.?|осіб|ос\.|од\.?|%|роки?|років|дн\.?|год\.?|кВт|Гкал|usd|eur)\)?$/i;

/** The number of a column: «4», «(4)», «гр. 4». */
function columnNumber(cell: string | null): number | null {
  const found = /^(?:гр\.?\s?)?\(?(\d{1,3})\)?$/i.exec(cell?.trim() ?? '');
  return found ? Number(found[1]) : null;
}

/** «1 | 2 | 3 | 4»: columns are numbered under their names, as in printed forms; columns left out may leave gaps. */
function isNumbering(row: SampleRow): boolean {
  const numbers = row.filter(isFilled).map((cell) => columnNumber(cell ?? null));
  if (numbers.length < 3 || numbers.length < row.length * 0.6) return false;
  return numbers.every((number, at) =>
    at < 3 ? number === at + 1 : number !== null && number > (numbers[at - 1] ?? 0),
  );
}

/** Whether a lower row may name columns at all: words or years only. */
function isWords(row: SampleRow): boolean {
  return row.every((cell) => {
    const form = formOf(cell);
    return form === 'empty' || form === 'text' || isYear(cell);
  });
}

const columnOf = (rows: readonly SampleRow[], column: number): SampleRow => rows.map((row) => row[column] ?? null);

function isRepeatedBelow(cell: string | null | undefined, below: SampleRow): boolean {
  const own = cell?.trim();
  return below.some((value) => value?.trim() === own);
}

/** Words stand over a column of numbers, dates or codes, and never again below: names, not values. */
function standsOverForms(row: SampleRow, below: readonly SampleRow[]): boolean {
  let votes = 0;
  for (let column = 0; column < row.length; column++) {
    const cell = row[column];
    if (!isFilled(cell)) continue;
    const values = columnOf(below, column);
    if (saysNoValue(cell) || isRepeatedBelow(cell, values)) return false;
    const form = columnForm(values);
    if (form !== 'text' && form !== 'empty' && formOf(cell ?? null) === 'text') votes += 1;
  }
  return votes > 0;
}

/** The row fills exactly what the row above leaves empty beside its group titles: «Проїзд | | Інше» over «Потяг | Таксі | ». */
function fillsGaps(upper: SampleRow, lower: SampleRow, below: readonly SampleRow[]): boolean {
  const width = Math.max(upper.length, lower.length);
  let gaps = 0;
  for (let column = 0; column < width; column++) {
    const above = isFilled(upper[column]);
    const own = isFilled(lower[column]);
    const startsGroup = above && !isFilled(upper[column + 1]) && isFilled(lower[column + 1]);
    if (!above && own && column > 0) gaps += 1;
    else if (!above && !own) continue;
    else if (above && own && !startsGroup) return false;
    if (own && isRepeatedBelow(lower[column], columnOf(below, column))) return false;
  }
  return gaps > 0;
}

const isFull = (row: SampleRow): boolean => filled(row) >= 2;

/** The row repeats the names above it: an export put the header in twice. */
function isSameNames(upper: SampleRow, lower: SampleRow): boolean {
  const width = Math.max(upper.length, lower.length);
  if (filled(upper) < 2) return false;
  return Array.from({ length: width }, (_, at) => at).every(
    (at) => (upper[at] ?? '').trim().toLowerCase() === (lower[at] ?? '').trim().toLowerCase(),
  );
}

function isLowerHeader(upper: SampleRow, lower: SampleRow, below: readonly SampleRow[]): boolean {
  if (filled(lower) < 2 || !isWords(lower) || below.length === 0) return false;
  if (isSameNames(upper, lower)) return true;
  return standsOverForms(lower, below) || fillsGaps(upper, lower, below);
}

/** Where the rows that name the columns end. */
export interface HeaderBlock {
  /** The lowest row whose cells make the names. */
  readonly last: number;
  /** Where data begin. */
  readonly firstRow: number;
}

/**
 * The whole header that begins at a row: up to three rows of names (an empty row may stand between them), and a row of column numbers.
 * @param start the first row of names, already known as such
 */
export function headerBlock(sample: readonly SampleRow[], start: number): HeaderBlock {
  const rows = [start];
  let firstRow = start + 1;
  for (let at = start + 1; at < sample.length && at <= firstRow + 1; at++) {
    const row = sample[at] ?? [];
    if (filled(row) === 0) continue;
    const upper = sample[rows.at(-1) ?? start] ?? [];
    if (isNumbering(row)) {
      if (numbersNames(row, sample.slice(at + 1).filter(isFull)))
        return { last: rows.at(-1) ?? start, firstRow: at + 1 };
      break;
    }
    if (rows.length >= MOST || !isLowerHeader(upper, row, sample.slice(at + 1).filter(isFull))) break;
    rows.push(at);
    firstRow = at + 1;
  }
  return { last: rows.at(-1) ?? start, firstRow };
}

/** Below stand words too: «1 | 2 | 3» over numbers alone would be a row of data. */
function numbersNames(row: SampleRow, below: readonly SampleRow[]): boolean {
  const words = row.filter((cell, column) => {
    const values = columnOf(below, column).filter(isFilled);
    return isFilled(cell) && values.length > 0 && values.every((value) => formOf(value) !== 'number');
  });
  return below.length >= 2 && words.length * 3 >= filled(row);
}

/** How far down the numbers of columns may stand, and how many rows of names above them. */
const NUMBERS_WITHIN = 40;
const NAMES_OVER_NUMBERS = 6;

/** The header of a printed form: all rows of words right above the row that numbers the columns. Null where no row does. */
export function numberedHeader(sample: readonly SampleRow[]): (HeaderBlock & { readonly first: number }) | null {
  for (let at = 1; at < Math.min(sample.length, NUMBERS_WITHIN); at++) {
    const row = sample[at] ?? [];
    if (!isNumbering(row) || !numbersNames(row, sample.slice(at + 1).filter(isFull))) continue;
    let first = at;
    while (
      first > 0 &&
      at - first < NAMES_OVER_NUMBERS &&
      filled(sample[first - 1] ?? []) > 0 &&
      isWords(sample[first - 1] ?? [])
    )
      first -= 1;
    // a line alone at the top is a title or a unit of measurement
    while (first < at && filled(sample[first] ?? []) < 2) first += 1;
    return first < at ? { first, last: at - 1, firstRow: at + 1 } : null;
  }
  return null;
}

/**
 * Where the names begin: titles of groups over names that are whole without them («Адреса» over «Область», «Місто») are left above.
 * @param last the lowest row of names
 */
export function withoutGroups(sample: readonly SampleRow[], first: number, last: number): number {
  let from = first;
  while (from < last) {
    const top = sample[from] ?? [];
    const rest = sample.slice(from + 1, last + 1).filter((row) => filled(row) > 0);
    const width = Math.max(filledLength(top), ...rest.map(filledLength));
    const names = joinHeaderRows(rest, width).map((name) => name.trim().toLowerCase());
    const areWhole = rest.length > 0 && names.every((name) => name !== '') && new Set(names).size === names.length;
    if (!areWhole || filled(top) > width * 0.75) return from;
    from += 1;
  }
  return from;
}

/** The titles of a row with those merged over several columns repeated, where a lower row names the columns under them. */
function carried(rows: readonly SampleRow[], at: number, width: number): (string | null)[] {
  const row = rows[at] ?? [];
  const lower = rows.slice(at + 1);
  const upper = rows.slice(0, at);
  let group: string | null = null;
  return Array.from({ length: width }, (_, column) => {
    const own = row[column] ?? null;
    if (isFilled(own)) {
      group = own;
      return own;
    }
    if (upper.some((above) => isFilled(above[column]))) group = null;
    return lower.some((below) => isFilled(below[column])) ? group : null;
  });
}

function joined(parts: readonly string[]): string {
  let name = '';
  let last = '';
  for (const part of parts) {
    const word = part.trim();
    if (word === '' || word.toLowerCase() === last.toLowerCase()) continue;
    name = name === '' ? part : `${name.trim()}${UNIT.test(word) && !word.startsWith('(') ? ',' : ''} ${word}`;
    last = word;
  }
  return name;
}

/**
 * One name a column out of several rows of names: «Проїзд» over «Потяг» and «Таксі» gives «Проїзд Потяг», «Проїзд Таксі».
 * @param rows rows of the header from the top
 * @param width names to give
 */
export function joinHeaderRows(rows: readonly SampleRow[], width: number): string[] {
  const [only] = rows;
  if (rows.length < 2) return Array.from({ length: width }, (_, column) => only?.[column] ?? '');
  const lines = rows.map((_, at) => carried(rows, at, width));
  return Array.from({ length: width }, (_, column) => joined(lines.map((line) => line[column] ?? '')));
}
