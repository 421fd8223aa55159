import type { ReadingChoices } from '../../text-table.ts';
import { columnForm, type Form, filledLength, isFilled } from '../cell-forms.ts';
import { type Block, cellsOfBlock, sideBySide } from '../side-by-side.ts';
import { askedShape, findShape, headerNames, rowsOfNames } from '../table-shape.ts';
import { mendRecord } from './mend-record.ts';
import { parseRecords } from './record-parser.ts';
import { type CellRules, separatorLine, sniffDialect, type TextSample } from './sniff-dialect.ts';

/** How a text file will be read, decided on its first part. */
export interface TextPlan {
  readonly rules: CellRules;
  /** Characters of a `sep=;` line at the beginning. */
  readonly skipText: number;
  /** 0-based record that names the columns (the lowest of several), or null. */
  readonly headerRow: number | null;
  /** The row of headings that was asked for is not among the first rows. */
  readonly headerMissing: boolean;
  /** 0-based record where data begin. */
  readonly firstRow: number;
  /** Names of columns, out of one row or several. */
  readonly headers: readonly string[];
  /** The rows of names as they stand: what an export repeats further down. */
  readonly headerCells: readonly (readonly string[])[];
  /** Cells of a row. */
  readonly width: number;
  /** The form most values of each column have in the sample. */
  readonly forms: readonly Form[];
  /** Records above the header, as text. */
  readonly above: readonly string[];
  /** No row of the sample breaks the width: worth trying the strict reader. */
  readonly even: boolean;
  /** The widest record of the sample. */
  readonly widest: number;
  /** An empty line follows every line: none of them is a row. */
  readonly doubleSpaced: boolean;
  /** Columns of the file that are the table; absent: all. */
  readonly block?: Block | undefined;
  /** Tables that stand beside one another, where the file has several and none was chosen yet. */
  readonly blocks: readonly Block[] | null;
}

type Records = readonly (readonly string[])[];

const SAMPLE_RECORDS = 1_000;

function mostFrequent(widths: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1);
  return [...counts].reduce((top, entry) => (entry[1] > top[1] ? entry : top), [1, 0])[0];
}

const isBlank = (cells: readonly string[]): boolean => !cells.some(isFilled);

/** Forms of the columns, told by the rows of the usual width. */
function formsOf(records: Records, width: number): Form[] {
  const even = records.filter((cells) => cells.length === width);
  return Array.from({ length: width }, (_, column) => columnForm(even.map((cells) => cells[column] ?? null)));
}

/** @returns the first records; those set with another delimiter than the rest are cut by it */
function firstRecords(sample: TextSample, rules: CellRules, width: number | null, forms: readonly Form[]): Records {
  const records: (readonly string[])[] = [];
  for (const record of parseRecords(sample.text, { ...rules, width }, sample.whole)) {
    const mended = width === null ? null : mendRecord(sample.text, record, { rules, width, forms });
    records.push(mended ?? record.cells);
    if (records.length >= SAMPLE_RECORDS) break;
  }
  return records;
}

/** The table's width: the header's, unless most rows of data hold more filled cells than it has names. */
function widthOf(header: readonly string[] | null, data: Records): number {
  const usual = mostFrequent(data.map((cells) => cells.length));
  if (header === null) return usual;
  const filled = mostFrequent(data.map(filledLength));
  const over = data.filter((cells) => filledLength(cells) > header.length).length;
  return filled > header.length && over > data.length / 2 ? Math.max(usual, filled) : header.length;
}

/** A header with one delimiter too many: all rows are shorter by one cell, and one of its cells, not the last, is empty. */
function withoutSurplus(header: readonly string[], data: Records): readonly string[] {
  const shorter = data.filter((cells) => cells.length === header.length - 1).length;
  const blanks = header.flatMap((cell, at) => (isFilled(cell) ? [] : [at]));
  const inner = blanks.filter((at) => at < header.length - 1);
  const [surplus] = inner;
  if (surplus === undefined || inner.length !== 1 || shorter < data.length * 0.9 || data.length < 2) return header;
  return header.toSpliced(surplus, 1);
}

/** The first records as the rules cut them, with the width and forms of most. */
function readRecords(sample: TextSample, rules: CellRules): { records: Records; forms: readonly Form[] } {
  const rough = firstRecords(sample, rules, null, []);
  const usual = mostFrequent(rough.filter((cells) => !isBlank(cells)).map((cells) => cells.length));
  const forms = formsOf(rough, usual);
  return { records: usual > 1 ? firstRecords(sample, rules, usual, forms) : rough, forms };
}

const textOf = (cells: readonly string[]): string => cells.filter(isFilled).join(' | ');

/**
 * Decides on the beginning of a text how it will be read.
 * @param block columns that are the table, where several tables stand beside one another
 * @returns null when the sample has no filled cell
 */
export function planTable(sample: TextSample, choices: ReadingChoices, block?: Block): TextPlan | null {
  const skipText = separatorLine(sample.text)?.length ?? 0;
  const rules = sniffDialect(sample, choices.delimiter);
  const body = skipText > 0 ? { text: sample.text.slice(skipText), whole: sample.whole } : sample;
  const { records: all } = readRecords(body, rules);
  const read = block === undefined ? all : all.map((cells) => cellsOfBlock(cells, block));
  if (read.every(isBlank)) return null;
  const mayBeSeveral = block === undefined && choices.headerRow === undefined;
  const shape = choices.headerRow === undefined ? findShape(read) : askedShape(read, choices.headerRow);
  const { headerRow, headerFrom, firstRow } = shape;
  const data = read.slice(firstRow).filter((cells) => !isBlank(cells));
  const isName = (at: number) => headerFrom !== null && at >= headerFrom && at < firstRow;
  const records = read.map((cells, at) => (isName(at) ? withoutSurplus(cells, data) : cells));
  const headerCells = rowsOfNames(records, shape);
  const header = headerRow === null ? null : (records[headerRow] ?? []);
  const longest = headerCells.reduce((most, cells) => Math.max(most, filledLength(cells)), header?.length ?? 0);
  const width = data.length === 0 && header ? longest : widthOf(header, data);
  return {
    rules,
    skipText,
    headerRow,
    headerMissing: headerRow !== null && headerRow >= records.length,
    firstRow,
    headers: headerNames(records, shape, Math.max(width, longest)),
    headerCells,
    width: Math.max(width, longest),
    forms: formsOf(data, width),
    above: records.slice(0, headerFrom ?? firstRow).map(textOf),
    even: (header === null || header === read[headerRow ?? 0]) && isEven(body.text, header, data, width),
    widest: records.reduce((most, cells) => Math.max(most, cells.length), 0),
    doubleSpaced: isDoubleSpaced(read.slice(firstRow)),
    block,
    blocks: mayBeSeveral ? sideBySide(all) : null,
  };
}

export const isEmptyLine = (cells: readonly string[]): boolean => cells.length === 1 && cells[0]?.trim() === '';

/** Every second line is empty: a program ended lines twice. */
function isDoubleSpaced(data: Records): boolean {
  const lines = data.slice(0, data.findLastIndex((cells) => !isEmptyLine(cells)) + 1);
  const from = isEmptyLine(lines[0] ?? []) ? 1 : 0;
  const rows = lines.slice(from);
  return rows.length >= 5 && rows.every((cells, at) => isEmptyLine(cells) === (at % 2 === 1));
}

/** No row of the sample breaks the width, and records end by lines. */
function isEven(text: string, header: readonly string[] | null, data: Records, width: number): boolean {
  if (text.includes('\u001e')) return false;
  return (header === null || header.length === width) && data.every((cells) => cells.length === width);
}
