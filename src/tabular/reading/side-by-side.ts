import { columnForm, filled, filledLength, formOf, isFilled, isYear, type SampleRow } from './cell-forms.ts';
import { findShape, headerNames } from './table-shape.ts';

/** One of several tables that stand beside one another. */
export interface Block {
  /** 0-based first column. */
  readonly from: number;
  /** Its columns; empty ones after them are none of its. */
  readonly width: number;
  /** First column of the next block: what stands between belongs to this one. Absent for the last. */
  readonly next?: number;
  /** A line of words alone over its names. */
  readonly title: string | null;
}

type Cells = readonly (string | null)[];

interface Group {
  readonly from: number;
  readonly to: number;
}

/** Runs of columns that hold something, set apart by columns that hold nothing in any row with more than one cell. */
function groupsOf(sample: readonly SampleRow[]): Group[] {
  const held: boolean[] = [];
  for (const row of sample) {
    if (filled(row) < 2) continue;
    row.forEach((cell, at) => {
      if (isFilled(cell)) held[at] = true;
    });
  }
  const groups: Group[] = [];
  for (let at = 0; at <= held.length; at++) {
    if (held[at] !== true || held[at - 1] === true) continue;
    let to = at;
    while (held[to + 1] === true) to += 1;
    groups.push({ from: at, to });
  }
  return groups;
}

interface Headed extends Group {
  /** 0-based rows of the sample: of its names and of the last one that holds something. */
  readonly header: number;
  readonly last: number;
  readonly names: readonly string[];
  readonly title: string | null;
}

const LEAST_ROWS = 2;
const MOST_GROUPS = 20;

/** The columns as a table of their own: with a name over each, and rows. Null where they are none. */
function headedTable(sample: readonly SampleRow[], { from, to }: Group): Headed | null {
  const width = to - from + 1;
  if (width < 2) return null;
  const rows = sample.map((row): Cells => Array.from({ length: width }, (_, at) => row[from + at] ?? null));
  const shape = findShape(rows);
  if (shape.headerRow === null) return null;
  const names = headerNames(rows, shape, width);
  // a wider table below the first one leaves the names short of the group's width
  const named = filledLength(names);
  if (named < 2 || named < width / 2) return null;
  if (!names.slice(0, named).every((name) => formOf(name) === 'text' || isYear(name))) return null;
  const last = rows.findLastIndex((row) => filled(row) > 0);
  const data = rows.slice(shape.firstRow, last + 1).filter((row) => filled(row) > 0);
  if (data.length < LEAST_ROWS) return null;
  const top = rows.slice(0, shape.headerFrom ?? shape.headerRow).findLast((row) => filled(row) > 0);
  const title = top && filled(top) === 1 ? (top.find(isFilled) ?? null) : null;
  return { from, to, header: shape.headerRow, last, names, title: title?.trim() ?? null };
}

const folded = (name: string): string => name.trim().toLowerCase().replace(/\s+/g, ' ');

/** The first column counts its own rows: 1, 2, 3 … */
function isNumbered(sample: readonly SampleRow[], { from, header, last }: Headed): boolean {
  const cells = sample
    .slice(header + 1, last + 1)
    .map((row) => row[from] ?? null)
    .filter(isFilled);
  return (
    cells.length >= 2 &&
    columnForm(cells) === 'number' &&
    cells.slice(0, 5).every((cell, at) => Number(cell) === at + 1)
  );
}

/** Rows begin and end together, and only the left ones are counted: one table with a column left empty for the eye. */
function isOneTable(sample: readonly SampleRow[], left: Headed, right: Headed): boolean {
  const names = new Set(left.names.map(folded));
  if (right.names.some((name) => names.has(folded(name)))) return false;
  if (left.header !== right.header || left.last !== right.last) return false;
  return isNumbered(sample, left) && !isNumbered(sample, right);
}

/**
 * Tables that stand beside one another with empty columns between: each has names over all its columns, two columns and two rows at least.
 * What is no table (a remark, a single column) belongs to the table left of it.
 * @param sample the first rows, in order, blank ones too; a few hundred
 * @returns null where the rows are one table, or none can be told
 */
export function sideBySide(sample: readonly SampleRow[]): Block[] | null {
  const groups = groupsOf(sample);
  if (groups.length < 2 || groups.length > MOST_GROUPS) return null;
  const found = groups.map((group) => headedTable(sample, group));
  const [first] = found;
  // what stands alone left of all tables, beside their rows, would be in none of them
  if (!first || sample.some((row, at) => at > first.header && filled(row.slice(0, first.from)) > 0)) return null;
  const blocks: (Headed & { width: number })[] = [];
  for (const [at, group] of groups.entries()) {
    const table = found[at];
    const left = blocks.at(-1);
    if (left && (!table || isOneTable(sample, left, table))) left.width = group.to + 1 - left.from;
    else if (table) blocks.push({ ...table, width: group.to + 1 - group.from });
  }
  if (blocks.length < 2) return null;
  return blocks.map(({ from, width, title }, at) => {
    const next = blocks[at + 1]?.from;
    return { from, width, title, ...(next === undefined ? {} : { next }) };
  });
}

/** The block's own cells of a row; a cell filled between two tables stays with the left one. */
export function cellsOfBlock<T extends string | null>(cells: readonly T[], { from, width, next }: Block): readonly T[] {
  let to = Math.min(next ?? cells.length, cells.length);
  while (to > from + width && !isFilled(cells[to - 1])) to -= 1;
  return cells.slice(from, to);
}
