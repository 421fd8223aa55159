import { readFile, stat } from 'node:fs/promises';
import type { CellObject, WorkBook, WorkSheet } from '@e965/xlsx';
import type { Finding } from '../../../kernel/finding.ts';
import { DOCUMENT_OLD, WORKBOOK_BROKEN, WORKBOOK_PASSWORD, XLS_TOO_LARGE } from '../refusals.ts';
import type { Cell } from '../row-sink.ts';
import { isBiff8, isLocked, openBiff8 } from './biff8-workbook.ts';
import { dateOfSerial, dateText, numberText, styleOf } from './values.ts';
import type { ShownAs, Span, Workbook, WorkbookRow } from './workbook.ts';

/** Bytes; the whole of such a file is held in memory. */
const MOST_BYTES = 100 * 1024 * 1024;
/** What is held cell by cell takes some thirty times its size. */
const MOST_HELD_BYTES = 20 * 1024 * 1024;

/**
 * Opens a workbook of Excel 5–2003 (XLS) or a binary one (XLSB). Those of Excel 97–2003 are read record by record; the rarer ones are held
 * whole by a library.
 * @returns the workbook, or why it is none
 */
export async function openXls(path: string): Promise<Workbook | Finding> {
  const { size } = await stat(path);
  if (size > MOST_BYTES) return XLS_TOO_LARGE;
  const bytes = await readFile(path);
  try {
    return (await openOle(bytes)) ?? (size > MOST_HELD_BYTES ? XLS_TOO_LARGE : await openHeld(bytes));
  } catch (error) {
    return error instanceof Error && /password|encrypt/i.test(error.message) ? WORKBOOK_PASSWORD : WORKBOOK_BROKEN;
  }
}

/** What stands in the container of old Microsoft programs; null where it is not one, or holds a workbook older than Excel 97. */
async function openOle(bytes: Buffer): Promise<Workbook | Finding | null> {
  if (bytes.readUInt16LE(0) !== 0xcfd0) return null;
  const { CFB } = await import('@e965/xlsx');
  const container = CFB.read(bytes, { type: 'buffer' });
  const names = container.FullPaths.map((name: string) => name.replace(/^.*?\//, ''));
  const has = (name: RegExp) => names.some((part: string) => name.test(part));
  if (has(/^EncryptedPackage$/i)) return WORKBOOK_PASSWORD;
  if (!has(/^(Workbook|Book)$/i)) return DOCUMENT_OLD;
  const content = CFB.find(container, '/Workbook')?.content;
  const stream = content === undefined ? null : Buffer.from(content as Uint8Array);
  if (stream === null || !isBiff8(stream)) return null;
  if (isLocked(stream)) return WORKBOOK_PASSWORD;
  return openBiff8(stream, has(/^_VBA_PROJECT_CUR/i));
}

/** Holds the whole workbook in memory. */
async function openHeld(bytes: Buffer): Promise<Workbook> {
  const [excel, pages] = await Promise.all([import('@e965/xlsx'), import('@e965/xlsx/dist/cpexcel.full.mjs')]);
  // without them texts of workbooks older than Excel 97 would lose their Cyrillic letters
  excel.set_cptable(pages);
  const options = {
    type: 'buffer',
    dense: true,
    cellNF: true,
    cellStyles: true,
    cellText: false,
    cellHTML: false,
  } as const;
  return heldWorkbook(excel.read(bytes, options));
}

function heldWorkbook(book: WorkBook): Workbook {
  const since1904 = book.Workbook?.WBProps?.date1904 === true;
  return {
    macros: book.vbaraw !== undefined,
    async eachSheet(visit) {
      for (const [at, name] of book.SheetNames.entries()) {
        const sheet = book.Sheets[name];
        if (sheet?.['!data'] === undefined) continue;
        const visitor = visit({ name, hidden: (book.Workbook?.Sheets?.[at]?.Hidden ?? 0) !== 0 });
        eachRow(sheet, since1904, (row) => visitor.take(row));
        visitor.end((sheet['!cols'] ?? []).flatMap((column, place) => (column?.hidden === true ? [place] : [])));
      }
    },
    close: () => undefined,
  };
}

function spansByRow(sheet: WorkSheet): Map<number, Span[]> {
  const spans = new Map<number, Span[]>();
  for (const { s, e } of sheet['!merges'] ?? []) {
    const span = { column: s.c, rows: e.r - s.r + 1, columns: e.c - s.c + 1 };
    const ofRow = spans.get(s.r);
    if (ofRow) ofRow.push(span);
    else spans.set(s.r, [span]);
  }
  return spans;
}

function eachRow(sheet: WorkSheet, since1904: boolean, take: (row: WorkbookRow) => boolean): void {
  const spans = spansByRow(sheet);
  const rows = sheet['!data'] ?? [];
  for (let index = 0; index < rows.length; index++) {
    const cells = rows[index];
    if (cells === undefined) continue;
    const row = rowOf(cells, since1904);
    const hidden = sheet['!rows']?.[index]?.hidden === true;
    if (!take({ ...row, index, hidden, spans: spans.get(index) ?? [] })) return;
  }
}

function rowOf(given: readonly (CellObject | undefined)[], since1904: boolean) {
  const links = new Map<number, string>();
  const shown = new Map<number, ShownAs>();
  let formulas = 0;
  const cells = Array.from({ length: given.length }, (_, column): Cell => {
    const cell = given[column];
    if (cell === undefined || cell === null) return null;
    if (cell.f !== undefined) formulas += 1;
    if (cell.l?.Target !== undefined && !cell.l.Target.startsWith('#')) links.set(column, cell.l.Target);
    const style = cell.t === 'n' ? styleOf(0, typeof cell.z === 'string' ? cell.z : undefined) : null;
    if (style === 'percent' || style === 'currency') shown.set(column, style);
    return textOf(cell, style === 'date', since1904);
  });
  return { cells, links, shown, formulas };
}

function textOf(cell: CellObject, isDate: boolean, since1904: boolean): Cell {
  const { t, v } = cell;
  if (v === undefined || v === null || v === '') return t === 'e' ? (cell.w ?? null) : null;
  if (t === 'e') return cell.w ?? '#VALUE!';
  if (t === 'b') return v === true ? 'true' : 'false';
  if (typeof v === 'number') return isDate ? dateText(dateOfSerial(v, since1904)) || null : numberText(v);
  return String(v).replaceAll('\r\n', '\n');
}
