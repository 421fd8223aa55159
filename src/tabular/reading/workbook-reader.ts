import { readFile } from 'node:fs/promises';
import { readXlsx, streamXlsxRows } from 'hucre/xlsx';
import type { Cell } from './row-sink.ts';

/** One sheet as it stands in the workbook. */
export interface WorkbookSheet {
  readonly name: string;
  readonly hidden: boolean;
}

/** A row of a sheet that the file holds; rows without any cell may be absent. */
export interface WorkbookRow {
  /** 0-based row of the sheet. */
  readonly index: number;
  readonly cells: readonly Cell[];
}

/** What we ask of a workbook library; this file is the only one that names it. */
export interface Workbook {
  readonly sheets: readonly WorkbookSheet[];
  /**
   * Hands over the rows of the sheet at that place in `sheets`, in order, until `take` gives false. `take` must not wait: the library does
   * not hold back while its rows are used, and what is not taken at once piles up in memory.
   */
  eachRow(sheet: number, take: (row: WorkbookRow) => boolean): Promise<void>;
}

const DAY = 86_400_000;
/** Milliseconds. */
const NOISE = 1;
/** Excel keeps fifteen digits: what comes after them is the noise of binary fractions (0.30000000000000004). */
const EXCEL_DIGITS = 15;

/** `1.5e21` → `1500000000000000000000`: codes and sums are read by people, exponents are not. */
export function withoutExponent(text: string): string {
  const found = /^(-?)(\d+)(?:\.(\d+))?e([+-]\d+)$/.exec(text);
  if (!found) return text;
  const [, sign = '', whole = '', fraction = '', power = '0'] = found;
  const digits = whole + fraction;
  const point = whole.length + Number(power);
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  return (
    sign + (point >= digits.length ? digits.padEnd(point, '0') : `${digits.slice(0, point)}.${digits.slice(point)}`)
  );
}

/** The shortest text of a number as Excel itself would show it in full. */
export function numberText(value: number): string {
  if (Number.isSafeInteger(value)) return String(value);
  return withoutExponent(String(Number(value.toPrecision(EXCEL_DIGITS))));
}

/**
 * A day as `YYYY-MM-DD`, with a time as `YYYY-MM-DDTHH:MM:SS` and milliseconds where there are any, a time alone (day zero of Excel) as
 * `HH:MM:SS`.
 */
export function dateText(value: Date): string {
  // Times are binary fractions of a day; the library rounds them to the millisecond, and a whole second missed by one is noise.
  const exact = value.getTime();
  const seconds = Math.round(exact / 1000) * 1000;
  if (!Number.isFinite(seconds)) return '';
  const iso = new Date(seconds).toISOString();
  if (iso.startsWith('1899-12-3')) return iso.slice(11, 19);
  if (Math.abs(exact - seconds) > NOISE) return new Date(exact).toISOString().slice(0, 23);
  return seconds % DAY === 0 ? iso.slice(0, 10) : iso.slice(0, 19);
}

function cellText(value: string | number | boolean | Date | null): Cell {
  if (value === null || value === '') return null;
  // XML knows one line end; a CRLF inside a cell is the same line break as everywhere else in the sheet.
  if (typeof value === 'string') return value.includes('\r') ? value.replaceAll('\r\n', '\n') : value;
  if (typeof value === 'number') return numberText(value);
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  return dateText(value);
}

async function eachRow(bytes: Uint8Array, sheet: number, take: (row: WorkbookRow) => boolean): Promise<void> {
  for await (const { index, values } of streamXlsxRows(bytes, { sheet })) {
    const cells: Cell[] = new Array(values.length);
    for (let at = 0; at < values.length; at++) cells[at] = cellText(values[at] ?? null);
    if (!take({ index, cells })) return;
  }
}

/**
 * Opens an XLSX workbook. The packed file is held in memory, sheets are streamed.
 * @throws when the file is no readable workbook
 */
export async function openWorkbook(path: string): Promise<Workbook> {
  const bytes = await readFile(path);
  const sheets: WorkbookSheet[] = [];
  await readXlsx(bytes, {
    sheets: (info) => {
      sheets.push({ name: info.name, hidden: info.hidden === true || info.veryHidden === true });
      return false;
    },
  });
  return { sheets, eachRow: (sheet, take) => eachRow(bytes, sheet, take) };
}
