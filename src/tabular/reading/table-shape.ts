/** Rows of a sample as they were read: a cell is text, '' or null where empty. */
export type SampleRow = readonly (string | null)[];

export interface TableShape {
  /** 0-based row of the sample that names the columns; null when none does. */
  readonly headerRow: number | null;
  /** 0-based row of the sample where data begin. */
  readonly firstRow: number;
}

type Form = 'empty' | 'number' | 'date' | 'time' | 'code' | 'address' | 'text';

const NUMBER = /^[-+−]?(\d{1,3}([ \u00a0\u202f]\d{3})+|\d+)([.,]\d+)?([eE][-+]?\d+)?\s?%?$/;
const DATE = /^(\d{4}-\d{1,2}-\d{1,2}([T ].*)?|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}( .*)?)$/;
const TIME = /^\d{1,2}:\d{2}(:\d{2})?$/;
const ADDRESS = /^(https?:\/\/|www\.|[\w.+-]+@[\w-]+\.)/i;
/** A code has digits and no words: UA0102…, YY-5315, $45.39. */
const CODE = /^(?=.*\d)[^\s]{3,40}$/;

/** What kind of thing a cell holds, as far as telling a header from data needs it. */
export function formOf(cell: string | null): Form {
  const value = cell?.trim() ?? '';
  if (value === '') return 'empty';
  if (NUMBER.test(value)) return 'number';
  if (DATE.test(value)) return 'date';
  if (TIME.test(value)) return 'time';
  if (ADDRESS.test(value)) return 'address';
  return CODE.test(value) && /\d{2}/.test(value) ? 'code' : 'text';
}

/** Cells of a row that hold something. */
function filled(row: SampleRow): number {
  return row.reduce<number>((count, cell) => count + (cell !== null && cell.trim() !== '' ? 1 : 0), 0);
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** Rows with one filled cell are titles or section names; the table's usual fill is told by the others. */
function usualFill(fills: readonly number[]): number {
  const rows = fills.filter((count) => count > 1);
  return rows.length * 4 >= fills.filter((count) => count > 0).length ? median(rows) : 1;
}

/** Years name columns («2016», «2017»); so a row of years above other things is still a header. */
function isYear(cell: string | null): boolean {
  return /^(19|20)\d\d$/.test(cell?.trim() ?? '');
}

interface Votes {
  header: number;
  data: number;
}

function voteOfColumn(cell: string | null, below: readonly (string | null)[], votes: Votes): void {
  const form = formOf(cell);
  const values = below.filter((value) => formOf(value) !== 'empty');
  if (form === 'empty' || values.length === 0) return;
  const forms = new Map<Form, number>();
  for (const value of values) forms.set(formOf(value), (forms.get(formOf(value)) ?? 0) + 1);
  const [usual, count] = [...forms].sort((a, b) => b[1] - a[1])[0] ?? ['text', 0];
  const sure = count >= values.length * 0.7;
  if (usual !== 'text' && sure) {
    if (form === 'text') votes.header += 1;
    else if (form === usual && !isYear(cell)) votes.data += 1;
    return;
  }
  const own = cell?.trim();
  const repeated = values.filter((value) => value?.trim() === own).length;
  if (repeated >= Math.max(2, values.length * 0.02)) votes.data += 0.5;
  else if (form === 'number' && !isYear(cell)) votes.data += 0.25;
}

/** A row names the columns unless its cells look like the values below them. */
function isHeader(candidate: SampleRow, below: readonly SampleRow[]): boolean {
  if (below.length === 0) return candidate.some((cell) => formOf(cell) === 'text');
  const votes: Votes = { header: 0, data: 0 };
  candidate.forEach((cell, column) => {
    voteOfColumn(
      cell,
      below.map((row) => row[column] ?? null),
      votes,
    );
  });
  const texts = candidate.filter((cell) => formOf(cell) === 'text').length;
  if (texts === 0 && !candidate.some(isYear))
    return votes.data === 0 && candidate.every((cell) => formOf(cell) !== 'number');
  return votes.header >= votes.data;
}

/** How many rows at the top may be titles and empty lines. */
const TOP = 40;

/**
 * Finds the header of a table and the rows above it that are no part of it.
 * @param sample the first rows of the file, in order, blank ones too; at most a few hundred
 */
export function findShape(sample: readonly SampleRow[]): TableShape {
  const fills = sample.map(filled);
  const usual = usualFill(fills);
  const enough = usual <= 2 ? usual : Math.max(2, Math.ceil(usual * 0.5));
  const top = fills.slice(0, TOP);
  let start = top.findIndex((count) => count >= enough);
  if (start < 0) start = top.findIndex((count) => count > 0);
  if (start < 0) return { headerRow: null, firstRow: 0 };
  const isFull = (row: SampleRow) => filled(row) >= Math.min(2, enough);
  if (!isHeader(sample[start] ?? [], sample.slice(start + 1).filter(isFull)))
    return { headerRow: null, firstRow: start };
  const lower = sample[start + 1] ?? [];
  const headerRow = namesUnderGroups(sample[start] ?? [], lower, sample.slice(start + 2).filter(isFull))
    ? start + 1
    : start;
  return { headerRow, firstRow: headerRow + 1 };
}

/** A half-filled row of group titles stands above the row of names: the names fill more cells, and all of them are words. */
function namesUnderGroups(upper: SampleRow, lower: SampleRow, below: readonly SampleRow[]): boolean {
  const width = Math.max(upper.length, lower.length);
  if (filled(upper) > width * 0.75 || filled(lower) <= filled(upper) || below.length === 0) return false;
  const forms = lower.map(formOf);
  if (forms.some((form) => form !== 'text' && form !== 'empty')) return false;
  const typed = forms.some((form, column) => {
    const values = below.map((row) => formOf(row[column] ?? null)).filter((each) => each !== 'empty');
    return (
      form === 'text' && values.length > 0 && values.filter((each) => each !== 'text').length > values.length * 0.7
    );
  });
  return typed && new Set(lower.filter((cell) => formOf(cell) === 'text')).size === filled(lower);
}

/**
 * Names of the columns: the header's cells; where one is empty, the cell right above it (a title merged over two rows).
 * @param width cells to give
 */
export function headerNames(sample: readonly SampleRow[], headerRow: number | null, width: number): string[] {
  const header = headerRow === null ? [] : (sample[headerRow] ?? []);
  // One cell alone above the header is a title of the table, no name.
  const upper = headerRow === null ? [] : sample.slice(Math.max(0, headerRow - 2), headerRow).reverse();
  const groups = upper.filter((row) => filled(row) > 1);
  return Array.from({ length: width }, (_, column) => {
    const cells = [header, ...groups].map((row) => row[column] ?? '');
    return cells.find((cell) => cell.trim() !== '') ?? header[column] ?? '';
  });
}
