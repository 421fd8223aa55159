import { columnForm, type Form, filled, formOf, isFilled, isYear, type SampleRow } from './cell-forms.ts';
import { headerBlock, joinHeaderRows, numberedHeader, withoutGroups } from './header-rows.ts';

export { type Form, formOf, type SampleRow } from './cell-forms.ts';

export interface TableShape {
  /** 0-based row of the sample that names the columns (the lowest of several); null when none does. */
  readonly headerRow: number | null;
  /** 0-based row of the sample where data begin. */
  readonly firstRow: number;
  /** The first of the rows that name the columns; the same as `headerRow` where one row does. */
  readonly headerFrom: number | null;
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

interface Votes {
  header: number;
  data: number;
}

function voteOfColumn(cell: string | null, below: readonly (string | null)[], votes: Votes): void {
  const form: Form = formOf(cell);
  const values = below.filter(isFilled);
  if (form === 'empty' || values.length === 0) return;
  const usual = columnForm(values);
  if (usual !== 'text') {
    if (form === 'text') votes.header += 1;
    else if (form === usual && !isYear(cell)) votes.data += 1;
    return;
  }
  const own = cell?.trim();
  const repeated = values.filter((value) => value?.trim() === own).length;
  if (repeated >= Math.max(2, values.length * 0.02)) votes.data += 0.5;
  else if (form === 'number' && !isYear(cell)) votes.data += 0.25;
}

function votesOf(candidate: SampleRow, below: readonly SampleRow[]): Votes {
  const votes: Votes = { header: 0, data: 0 };
  candidate.forEach((cell, column) => {
    voteOfColumn(
      cell,
      below.map((row) => row[column] ?? null),
      votes,
    );
  });
  return votes;
}

/** A row names the columns unless its cells look like the values below them. */
function isHeader(candidate: SampleRow, below: readonly SampleRow[]): boolean {
  if (below.length === 0) return candidate.some((cell) => formOf(cell) === 'text');
  const votes = votesOf(candidate, below);
  const texts = candidate.filter((cell) => formOf(cell) === 'text').length;
  if (texts === 0 && !candidate.some(isYear))
    return votes.data === 0 && candidate.every((cell) => formOf(cell) !== 'number');
  return votes.header >= votes.data;
}

/** How many rows at the top may be titles and empty lines. */
const TOP = 40;

/** A title with delimiters in its sentence («Реєстр, станом на 1 січня, м. Київ») is wider than the table; the row under it names the columns. */
function belowTitle(sample: readonly SampleRow[], fills: readonly number[], start: number, usual: number): number {
  const next = start + 1;
  const below = sample.slice(next + 1).filter((row) => filled(row) > 0);
  const widest = Math.max(0, ...below.map(filled));
  const isWider = (fills[start] ?? 0) > widest && widest > 0;
  if (!isWider || fills[next] !== usual || below.length < 2) return start;
  const names = sample[next] ?? [];
  const votes = votesOf(names, below);
  return votes.header >= 1 && votes.data === 0 && names.every((cell) => ['text', 'empty'].includes(formOf(cell)))
    ? next
    : start;
}

/**
 * Finds the header of a table and the rows above it that are no part of it.
 * @param sample the first rows of the file, in order, blank ones too; at most a few hundred
 */
export function findShape(sample: readonly SampleRow[]): TableShape {
  const numbered = numberedHeader(sample);
  if (numbered) {
    const { first, last, firstRow } = numbered;
    return { headerRow: last, headerFrom: withoutGroups(sample, first, last), firstRow };
  }
  const fills = sample.map(filled);
  const usual = usualFill(fills);
  const enough = usual <= 2 ? usual : Math.max(2, Math.ceil(usual * 0.5));
  const top = fills.slice(0, TOP);
  let start = top.findIndex((count) => count >= enough);
  if (start < 0) start = top.findIndex((count) => count > 0);
  if (start < 0) return { headerRow: null, headerFrom: null, firstRow: 0 };
  start = belowTitle(sample, fills, start, usual);
  const isFull = (row: SampleRow) => filled(row) >= Math.min(2, enough);
  if (!isHeader(sample[start] ?? [], sample.slice(start + 1).filter(isFull)))
    return { headerRow: null, headerFrom: null, firstRow: start };
  const { last, firstRow } = headerBlock(sample, start);
  return { headerRow: last, headerFrom: withoutGroups(sample, groupsAbove(sample, start), last), firstRow };
}

/** The shape of a table whose row of names (or its want, null) a person told. */
export function askedShape(sample: readonly SampleRow[], asked: number | null): TableShape {
  if (asked === null) return { headerRow: null, headerFrom: null, firstRow: 0 };
  return {
    headerRow: asked,
    headerFrom: withoutGroups(sample, groupsAbove(sample, asked), asked),
    firstRow: asked + 1,
  };
}

/** A row right above the names that fills less of the columns than they do, but several: titles of groups. */
function groupsAbove(sample: readonly SampleRow[], start: number): number {
  const above = sample[start - 1];
  const names = sample[start] ?? [];
  if (!above || filled(above) < 2 || filled(above) >= filled(names)) return start;
  return above.every((cell) => ['text', 'empty'].includes(formOf(cell)) || isYear(cell)) ? start - 1 : start;
}

/** The rows of a sample that name the columns, from the top; blank ones between them aside. */
export function rowsOfNames<R extends SampleRow>(
  sample: readonly R[],
  { headerFrom, headerRow }: Pick<TableShape, 'headerFrom' | 'headerRow'>,
): R[] {
  if (headerRow === null) return [];
  return sample
    .slice(headerFrom ?? headerRow, headerRow + 1)
    .filter((row, _, rows) => filled(row) > 0 || rows.length === 1);
}

/**
 * Names of the columns out of the rows that name them, joined where there are several; equal neighbours are said once.
 * @param sample the rows the shape was found in; titles merged over several cells may be filled in
 * @param width names to give
 */
export function headerNames(
  sample: readonly SampleRow[],
  shape: Pick<TableShape, 'headerFrom' | 'headerRow'>,
  width: number,
): string[] {
  return joinHeaderRows(rowsOfNames(sample, shape), width);
}
