import { open } from 'node:fs/promises';
import type { ReadingChoices } from '../../text-table.ts';
import { findShape, headerNames } from '../table-shape.ts';
import { parseRecords } from './record-parser.ts';
import { type CellRules, separatorLine, sniffDialect, type TextSample } from './sniff-dialect.ts';

/** How a text file will be read, decided on its first part. */
export interface TextPlan {
  readonly rules: CellRules;
  /** Characters of a `sep=;` line at the beginning. */
  readonly skipText: number;
  /** 0-based record that names the columns, or null. */
  readonly headerRow: number | null;
  /** The row of headings that was asked for is not among the first rows. */
  readonly headerMissing: boolean;
  /** 0-based record where data begin. */
  readonly firstRow: number;
  readonly headers: readonly string[];
  /** Cells of a row. */
  readonly width: number;
  /** Records above the header, as text. */
  readonly above: readonly string[];
  /** No row of the sample breaks the width: worth trying the strict reader. */
  readonly even: boolean;
  /** The widest record of the sample. */
  readonly widest: number;
}

const SAMPLE_BYTES = 256 * 1024;
const SAMPLE_LIMIT = 8 * 1024 * 1024;
const SAMPLE_RECORDS = 1_000;

/** The beginning of a UTF-8 file, up to a line's end: 256 KiB, or up to 8 MiB where lines are very long; `endless` where no line ends even there. */
export async function readSample(path: string): Promise<TextSample & { readonly endless: boolean }> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    for (let length = SAMPLE_BYTES; ; length *= 8) {
      const bytes = Buffer.alloc(Math.min(length, size));
      await file.read(bytes, 0, bytes.length, 0);
      const whole = bytes.length === size;
      const text = new TextDecoder('utf-8').decode(bytes, { stream: !whole });
      if (whole) return { text, whole, endless: text.length > SAMPLE_LIMIT && !/[\r\n]/.test(text) };
      const end = Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r'));
      if (end > 0) return { text: text.slice(0, end + 1), whole, endless: false };
      if (length >= SAMPLE_LIMIT) return { text: '', whole, endless: true };
    }
  } finally {
    await file.close();
  }
}

function mostFrequent(widths: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1);
  return [...counts].reduce((top, entry) => (entry[1] > top[1] ? entry : top), [1, 0])[0];
}

function filledLength(cells: readonly string[]): number {
  let length = cells.length;
  while (length > 0 && (cells[length - 1] ?? '').trim() === '') length -= 1;
  return length;
}

const isBlank = (cells: readonly string[]): boolean => cells.length === 1 && cells[0]?.trim() === '';

function firstRecords(sample: TextSample, rules: CellRules, width: number | null): (readonly string[])[] {
  const records: (readonly string[])[] = [];
  for (const record of parseRecords(sample.text, { ...rules, width }, sample.whole)) {
    records.push(record.cells);
    if (records.length >= SAMPLE_RECORDS) break;
  }
  return records;
}

/** The table's width: the header's, unless most rows of data hold more filled cells than it has names. */
function widthOf(header: readonly string[] | null, data: readonly (readonly string[])[]): number {
  const usual = mostFrequent(data.map((cells) => cells.length));
  if (header === null) return usual;
  const filled = mostFrequent(data.map(filledLength));
  const over = data.filter((cells) => filledLength(cells) > header.length).length;
  return filled > header.length && over > data.length / 2 ? Math.max(usual, filled) : header.length;
}

/**
 * Decides on the beginning of a text how it will be read.
 * @returns null when the sample has no filled cell
 */
export function planTable(sample: TextSample, choices: ReadingChoices): TextPlan | null {
  const skipText = separatorLine(sample.text)?.length ?? 0;
  const sniffed = sniffDialect(sample, choices.delimiter);
  const body = skipText > 0 ? { text: sample.text.slice(skipText), whole: sample.whole } : sample;
  const rough = firstRecords(body, sniffed, null);
  const usual = mostFrequent(rough.filter((cells) => !isBlank(cells)).map((cells) => cells.length));
  const records = usual > 1 ? firstRecords(body, sniffed, usual) : rough;
  if (!records.some((cells) => cells.some((cell) => cell.trim() !== ''))) return null;
  const shape =
    choices.headerRow === undefined
      ? findShape(records)
      : { headerRow: choices.headerRow, firstRow: choices.headerRow === null ? 0 : choices.headerRow + 1 };
  const header = shape.headerRow === null ? null : (records[shape.headerRow] ?? []);
  const data = records.slice(shape.firstRow).filter((cells) => !isBlank(cells));
  const width = data.length === 0 && header ? header.length : widthOf(header, data);
  return {
    rules: sniffed,
    skipText,
    headerRow: shape.headerRow,
    headerMissing: shape.headerRow !== null && shape.headerRow >= records.length,
    firstRow: shape.firstRow,
    headers: headerNames(records, shape.headerRow, width),
    width,
    above: records
      .slice(0, shape.headerRow ?? shape.firstRow)
      .map((cells) => cells.filter((cell) => cell.trim() !== '').join(' | ')),
    even:
      header?.length === undefined || header.length === width ? data.every((cells) => cells.length === width) : false,
    widest: records.reduce((most, cells) => Math.max(most, cells.length), 0),
  };
}
