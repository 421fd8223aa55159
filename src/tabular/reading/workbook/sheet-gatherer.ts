import { columnForm, type Form } from '../cell-forms.ts';
import { type Cell, RowSink } from '../row-sink.ts';
import { isSignature } from '../signatures.ts';
import { askedShape, findShape, headerNames, rowsOfNames } from '../table-shape.ts';
import { filledAcross, MergedCells } from './merged-cells.ts';
import { SheetNotes } from './sheet-notes.ts';
import type { Span, WorkbookRow } from './workbook.ts';

const SAMPLE_ROWS = 300;
/** More lines than this at the end sign nothing. */
const MOST_SIGNATURES = 12;
/** Share of a column's filled cells that must have a link for their addresses to be worth a column. */
const WORTH_A_COLUMN = 0.2;
const NO_SPANS: readonly Span[] = [];

function filledLength(cells: readonly Cell[]): number {
  let length = cells.length;
  while (length > 0 && (cells[length - 1] ?? '').trim() === '') length -= 1;
  return length;
}

/** A row as it came, with values of cells merged from above. */
interface TakenRow {
  readonly given: WorkbookRow;
  readonly cells: readonly Cell[];
  readonly repeated: number;
}

export interface GathererOptions {
  /** The work file. */
  readonly path: string;
  /** False: rows are only counted. */
  readonly keep: boolean;
  /** A person's choice of the header row, undefined when we decide. */
  readonly askedHeader: number | null | undefined;
  readonly withoutHidden?: boolean;
  /** 0-based row of the sheet where the table's rows begin; 0 when absent. */
  readonly firstRow?: number;
}

/**
 * Gathers rows that come without a declared width (sheets, lists of lists): finds the header on the first rows, drops rows and columns
 * after the last filled one, keeps empty rows inside the table, repeats values of merged cells down, and puts addresses of links beside.
 */
export class SheetGatherer {
  readonly sink: RowSink;
  readonly notes = new SheetNotes();
  /** Rows taken from the sheet. */
  taken = 0;
  filledCells = 0;
  headerRow: number | null = null;
  /** The row of headings that was asked for is not among the first rows. */
  headerMissing = false;
  headers: readonly string[] = [];
  /** Rows that name the columns; names of several are joined. */
  namesRows = 1;
  above: readonly string[] = [];
  /** Lines of signature below the table, left out of it. */
  signatures = 0;
  private sample: TakenRow[] | null = [];
  private next: number;
  private blanks = 0;
  private sheetWidth = 0;
  private dataRows = 0;
  private linked: readonly number[] = [];
  private forms: readonly Form[] = [];
  /** Lines that may be signatures: left out if no record follows. */
  private held: { readonly row: TakenRow; readonly blanks: number }[] = [];
  private finished = false;
  private merged = new MergedCells();
  private readonly options: GathererOptions;

  constructor(options: GathererOptions) {
    this.options = options;
    this.next = options.firstRow ?? 0;
    this.sink = new RowSink(options.path, 0);
  }

  /** Rows of data. */
  get rows(): number {
    return this.dataRows;
  }

  get width(): number {
    return Math.max(this.sheetWidth, this.headers.length);
  }

  /** Takes a row of the sheet; rows the file leaves out are empty. */
  take(row: WorkbookRow): void {
    while (this.next < row.index) this.takeNext({ index: this.next, cells: [] });
    this.takeNext(row);
  }

  /** Passes over a row that is none of the table's. */
  leaveOut(row: WorkbookRow): void {
    this.next = row.index + 1;
  }

  private takeNext(given: WorkbookRow): void {
    this.next = given.index + 1;
    this.taken += 1;
    const row = this.fill(given);
    if (given.hidden === true && this.options.withoutHidden === true) return;
    if (this.sample === null) this.takeData(row);
    else if (this.sample.push(row) >= SAMPLE_ROWS) this.settle();
  }

  private fill(given: WorkbookRow): TakenRow {
    const { filled: cells, repeated } = this.merged.take(given.cells, given.spans ?? NO_SPANS);
    return { given, cells, repeated };
  }

  /** Decides on the header once enough rows are seen. */
  private settle(): void {
    const sample = this.sample ?? [];
    this.sample = null;
    const rows = sample.map(({ given }) => given.cells);
    const asked = this.options.askedHeader;
    const shape = asked === undefined ? findShape(rows) : askedShape(rows, asked);
    this.headerRow = shape.headerRow;
    this.headerMissing = shape.headerRow !== null && shape.headerRow >= sample.length;
    // a heading merged over the rows of headings is no value of the rows below
    this.merged = new MergedCells();
    const data = sample.slice(shape.firstRow).map(({ given }) => this.fill(given));
    this.linked = linkedColumns(data);
    const widest = rows.reduce((width, row) => Math.max(width, filledLength(row)), 0);
    const named = sample.map(({ given, cells }) => filledAcross(cells, given.spans ?? NO_SPANS));
    const names = headerNames(named, shape, widest);
    this.namesRows = rowsOfNames(named, shape).length;
    const length = Math.max(filledLength(names), 1 + Math.max(-1, ...this.linked));
    const own = Array.from({ length }, (_, column) => names[column] ?? '');
    this.headers = this.withLinks(own, (column, name) => linkTitle(name, column));
    this.filledCells += this.headers.filter((cell) => cell !== '').length;
    this.above = rows
      .slice(0, shape.headerFrom ?? shape.firstRow)
      .map((row) => row.filter((cell) => (cell ?? '').trim() !== '').join(' | '));
    const across = Math.max(this.headers.length, ...data.map(({ cells }) => cells.length));
    this.forms = Array.from({ length: across }, (_, at) => columnForm(data.map(({ cells }) => cells[at] ?? null)));
    const wide = data.reduce((width, { cells }) => Math.max(width, filledLength(cells)), 0);
    this.sink.declare(Math.max(this.headers.length, wide + this.linked.filter((column) => column < wide).length));
    for (const row of data) this.takeData(row);
  }

  private takeData(row: TakenRow): void {
    const length = filledLength(row.cells);
    if (length === 0) {
      this.blanks += 1;
      return;
    }
    const mayEnd = this.blanks > 0 || this.held.length > 0;
    if (mayEnd && this.held.length < MOST_SIGNATURES && isSignature(row.cells, this.forms)) {
      this.held.push({ row, blanks: this.blanks });
      this.blanks = 0;
      return;
    }
    this.releaseHeld();
    this.writeRow(row, this.blanks);
    this.blanks = 0;
  }

  private releaseHeld(): void {
    for (const { row, blanks } of this.held) this.writeRow(row, blanks);
    this.held = [];
  }

  private writeRow(row: TakenRow, blanks: number): void {
    const length = filledLength(row.cells);
    for (let at = 0; at < blanks; at++) this.write([]);
    const { links } = row.given;
    const cells = this.withLinks(row.cells.slice(0, length), (column) => links?.get(column) ?? null);
    if (cells.length > this.sheetWidth) this.sheetWidth = cells.length;
    this.filledCells += row.cells.reduce<number>((count, cell) => count + (cell === null ? 0 : 1), 0);
    this.write(cells);
    this.notes.take(this.dataRows, row.cells, row, (column) => this.place(column));
    if (links) this.tellLinks(row.cells, links);
  }

  private tellLinks(cells: readonly Cell[], links: ReadonlyMap<number, string>): void {
    for (const [column, address] of links) {
      if (this.linked.includes(column)) this.notes.links += 1;
      else if (address !== cells[column])
        this.notes.lostLinks.add(this.dataRows, `${cells[column] ?? ''} → ${address}`);
    }
  }

  /** The row with a cell put after each linked column. */
  private withLinks<T extends Cell>(cells: readonly T[], beside: (column: number, cell: T) => T): readonly T[] {
    if (this.linked.length === 0) return cells;
    return cells.flatMap((cell, column) => (this.linked.includes(column) ? [cell, beside(column, cell)] : [cell]));
  }

  private write(cells: readonly Cell[]): void {
    this.dataRows += 1;
    if (this.options.keep) this.sink.write(cells);
  }

  /**
   * Ends the sheet; a sheet that broke in the middle is ended too, so that its work file is closed.
   * @param hiddenColumns 0-based columns of the sheet that are not shown
   */
  finish(hiddenColumns: readonly number[] = []): void {
    if (this.finished) return;
    this.finished = true;
    if (this.sample !== null) this.settle();
    if (this.dataRows === 0) this.releaseHeld();
    this.signatures = this.held.length;
    if (this.width > this.sink.width) this.sink.width = this.width;
    this.notes.hiddenColumns = hiddenColumns.flatMap((column) =>
      this.linked.includes(column) ? [this.place(column), this.place(column) + 1] : [this.place(column)],
    );
    this.sink.close();
  }

  /** Where a column of the sheet stands once addresses stand beside. */
  private place(column: number): number {
    return column + this.linked.filter((one) => one < column).length;
  }
}

/** The text is an address itself, be it cut or spelt another way: nothing is hidden behind it. */
function saysAddress(cell: Cell, address: string): boolean {
  const text = (cell ?? '').trim();
  if (text === '') return false;
  return /^(?:https?:\/\/|www\.)\S*$/i.test(text) || address.toLowerCase().endsWith(text.toLowerCase());
}

const linkTitle = (name: string, column: number): string => `${name.trim() || `Стовпець ${column + 1}`} (посилання)`;

/** Columns where so many cells lead somewhere their text does not say that the addresses deserve a column. */
function linkedColumns(rows: readonly TakenRow[]): number[] {
  const links = new Map<number, number>();
  const filled = new Map<number, number>();
  for (const { given, cells } of rows) {
    cells.forEach((cell, column) => {
      if (cell !== null && cell.trim() !== '') filled.set(column, (filled.get(column) ?? 0) + 1);
    });
    for (const [column, address] of given.links ?? [])
      if (!saysAddress(cells[column] ?? null, address)) links.set(column, (links.get(column) ?? 0) + 1);
  }
  return [...links]
    .filter(([column, count]) => count >= Math.max(1, (filled.get(column) ?? 0) * WORTH_A_COLUMN))
    .map(([column]) => column)
    .sort((a, b) => a - b);
}
