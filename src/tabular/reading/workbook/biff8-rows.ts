import type { Cell } from '../row-sink.ts';
import { type BiffRecord, BiffText, RECORD, recordsFrom } from './biff8-texts.ts';
import { type CellStyle, dateOfSerial, dateText, numberText } from './values.ts';
import { MOST_COLUMNS, type ShownAs, type Span, type WorkbookRow } from './workbook.ts';

/** What the cells of all sheets refer to. */
export interface BiffBook {
  readonly stream: Buffer;
  readonly texts: readonly string[];
  /** By number of a cell's style. */
  readonly styles: readonly CellStyle[];
  readonly since1904: boolean;
}

const ERRORS: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
};
/** The moniker of an address ([MS-OSHARED] 2.3.7.6). */
const ADDRESS = Buffer.from('e0c9ea79f9bace118c8200aa004ba90b', 'hex');

/** Records that begin with the row of a cell. */
const CELLS = new Set<number>([
  RECORD.number,
  RECORD.short,
  RECORD.numbers,
  RECORD.textOfList,
  RECORD.text,
  RECORD.richText,
  RECORD.truth,
  RECORD.formula,
]);

/** What a sheet says of its rows and cells before or after them; gathered first, so that rows can be handed over whole. */
class SheetFacts {
  readonly hiddenColumns: number[] = [];
  readonly hiddenRows = new Set<number>();
  readonly spans = new Map<number, Span[]>();
  readonly links = new Map<number, Map<number, string>>();
  /** Cells stand row by row. */
  inOrder = true;
  private lastRow = 0;
  private readonly stream: Buffer;

  constructor(stream: Buffer, start: number) {
    this.stream = stream;
    for (const record of recordsFrom(stream, start)) this.take(record);
  }

  private take({ kind, from, to }: BiffRecord): void {
    const { stream } = this;
    if (kind === RECORD.row && (stream.readUInt16LE(from + 12) & 0x20) !== 0)
      this.hiddenRows.add(stream.readUInt16LE(from));
    else if (kind === RECORD.column && (stream.readUInt16LE(from + 8) & 1) === 1)
      for (let at = stream.readUInt16LE(from); at <= Math.min(stream.readUInt16LE(from + 2), 255); at++)
        this.hiddenColumns.push(at);
    else if (kind === RECORD.merged) this.takeMerged(from);
    else if (kind === RECORD.link) this.takeLink(stream.subarray(from, to));
    else if (CELLS.has(kind)) {
      const row = stream.readUInt16LE(from);
      if (row < this.lastRow) this.inOrder = false;
      this.lastRow = row;
    }
  }

  private takeMerged(from: number): void {
    const { stream } = this;
    for (let left = stream.readUInt16LE(from), at = from + 2; left > 0; left--, at += 8) {
      const [top, bottom, first, last] = [0, 2, 4, 6].map((offset) => stream.readUInt16LE(at + offset)) as [
        number,
        number,
        number,
        number,
      ];
      const span = { column: first, rows: bottom - top + 1, columns: last - first + 1 };
      const ofRow = this.spans.get(top);
      if (ofRow) ofRow.push(span);
      else this.spans.set(top, [span]);
    }
  }

  private takeLink(content: Buffer): void {
    const start = content.indexOf(ADDRESS);
    if (start < 0) return;
    const length = content.readUInt32LE(start + 16);
    const address = content
      .toString('utf16le', start + 20, Math.min(content.length, start + 20 + length))
      .replace(/\0[\s\S]*$/, '');
    const row = content.readUInt16LE(0);
    const ofRow = this.links.get(row) ?? new Map<number, string>();
    this.links.set(row, ofRow.set(content.readUInt16LE(4), address));
  }
}

/** A number packed into four bytes: a whole one or the upper part of a fraction, maybe a hundred times too large. */
function shortNumber(packed: number): number {
  const halves = Buffer.alloc(8);
  halves.writeUInt32LE((packed & 0xfffffffc) >>> 0, 4);
  const value = (packed & 2) === 2 ? packed >> 2 : halves.readDoubleLE(0);
  return (packed & 1) === 1 ? value / 100 : value;
}

class Row {
  readonly cells: Cell[] = [];
  readonly shown = new Map<number, ShownAs>();
  formulas = 0;
  readonly index: number;
  constructor(index: number) {
    this.index = index;
  }
}

/** Hands over the rows of one sheet of a workbook of Excel 97–2003. */
export class BiffRows {
  private row: Row | null = null;
  /** Rows of a sheet whose cells do not stand row by row: Excel never writes so, other programs may. */
  private readonly held: Map<number, Row> | null;
  /** Where the text of a formula goes, which stands in a record of its own. */
  private awaiting: number | null = null;
  private wanted = true;
  readonly hiddenColumns: readonly number[];
  private readonly book: BiffBook;
  private readonly facts: SheetFacts;
  private readonly take: (row: WorkbookRow) => boolean;

  constructor(book: BiffBook, start: number, take: (row: WorkbookRow) => boolean) {
    this.book = book;
    this.take = take;
    this.facts = new SheetFacts(book.stream, start);
    this.hiddenColumns = this.facts.hiddenColumns;
    this.held = this.facts.inOrder ? null : new Map();
    for (const record of recordsFrom(book.stream, start)) {
      this.takeRecord(record);
      if (!this.wanted) return;
    }
    if (this.held === null) this.handOver();
    for (const row of [...(this.held?.values() ?? [])].sort((a, b) => a.index - b.index)) {
      this.row = row;
      this.handOver();
    }
  }

  private handOver(): void {
    const { row, facts } = this;
    this.row = null;
    if (row === null || !this.wanted) return;
    const { index, cells, shown, formulas } = row;
    const [hidden, spans] = [facts.hiddenRows.has(index), facts.spans.get(index) ?? []];
    const links = facts.links.get(index);
    this.wanted = this.take({ index, cells, hidden, spans, shown, formulas, ...(links ? { links } : {}) });
  }

  private takeRecord(record: BiffRecord): void {
    const { stream, texts } = this.book;
    const { kind, from } = record;
    if (kind === RECORD.number) this.putNumber(from, stream.readDoubleLE(from + 6));
    else if (kind === RECORD.short) this.putNumber(from, shortNumber(stream.readInt32LE(from + 6)));
    else if (kind === RECORD.numbers) this.putNumbers(record);
    else if (kind === RECORD.textOfList) this.put(from, texts[stream.readUInt32LE(from + 6)] ?? null);
    else if (kind === RECORD.text || kind === RECORD.richText)
      this.put(from, new BiffText(stream, { ...record, from: from + 6 }).text());
    else if (kind === RECORD.truth)
      this.put(from, this.truth(stream.readUInt8(from + 6), stream.readUInt8(from + 7) === 1));
    else if (kind === RECORD.formula) this.putFormula(from);
    else if (kind === RECORD.formulaText && this.awaiting !== null) {
      this.put(this.awaiting, new BiffText(stream, record).text());
      this.awaiting = null;
    }
  }

  private truth(code: number, isError: boolean): Cell {
    return isError ? (ERRORS[code] ?? '#VALUE!') : code === 1 ? 'true' : 'false';
  }

  /** @param from of a record that begins with the row and the column of its cell */
  private put(from: number, value: Cell): void {
    const { stream } = this.book;
    this.putAt(stream.readUInt16LE(from), stream.readUInt16LE(from + 2), value);
  }

  private putAt(index: number, column: number, value: Cell): void {
    if (column >= MOST_COLUMNS) throw new Error('a cell outside the sheet');
    if (this.row?.index !== index) {
      if (this.held === null) this.handOver();
      this.row = this.held?.get(index) ?? new Row(index);
      this.held?.set(index, this.row);
    }
    const { cells } = this.row;
    while (cells.length < column) cells.push(null);
    cells[column] = value === null || value === '' ? null : value.replaceAll('\r\n', '\n');
  }

  private putNumber(from: number, value: number): void {
    const { stream } = this.book;
    this.putStyled(stream.readUInt16LE(from), stream.readUInt16LE(from + 2), stream.readUInt16LE(from + 4), value);
  }

  private putStyled(index: number, column: number, styleNumber: number, value: number): void {
    const style = this.book.styles[styleNumber] ?? null;
    const asDate = style === 'date' ? dateText(dateOfSerial(value, this.book.since1904)) : '';
    this.putAt(index, column, asDate || numberText(value));
    if (style === 'percent' || style === 'currency') this.row?.shown.set(column, style);
  }

  private putNumbers({ from, to }: BiffRecord): void {
    const { stream } = this.book;
    const index = stream.readUInt16LE(from);
    let column = stream.readUInt16LE(from + 2);
    for (let at = from + 4; at + 6 <= to - 2; at += 6, column++)
      this.putStyled(index, column, stream.readUInt16LE(at), shortNumber(stream.readInt32LE(at + 2)));
  }

  private putFormula(from: number): void {
    const { stream } = this.book;
    const kind = stream.readUInt16LE(from + 12) === 0xffff ? stream.readUInt8(from + 6) : null;
    if (kind === null) this.putNumber(from, stream.readDoubleLE(from + 6));
    else if (kind === 1 || kind === 2) this.put(from, this.truth(stream.readUInt8(from + 8), kind === 2));
    else this.put(from, null);
    this.awaiting = kind === 0 ? from : null;
    if (this.row) this.row.formulas += 1;
  }
}
