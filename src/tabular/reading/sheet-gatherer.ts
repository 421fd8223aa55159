import { type Cell, RowSink } from './row-sink.ts';
import { findShape, headerNames, type SampleRow } from './table-shape.ts';

const SAMPLE_ROWS = 300;

function filledLength(cells: readonly Cell[]): number {
  let length = cells.length;
  while (length > 0 && (cells[length - 1] ?? '').trim() === '') length -= 1;
  return length;
}

/**
 * Gathers rows that come without a declared width (sheets, lists of lists): finds the header on the first rows, drops rows and columns
 * after the last filled one, keeps empty rows inside the table.
 */
export class SheetGatherer {
  readonly sink: RowSink;
  /** Rows taken from the sheet. */
  taken = 0;
  filledCells = 0;
  headerRow: number | null = null;
  /** The row of headings that was asked for is not among the first rows. */
  headerMissing = false;
  headers: readonly string[] = [];
  above: readonly string[] = [];
  private sample: SampleRow[] | null = [];
  private next = 0;
  private blanks = 0;
  private sheetWidth = 0;
  private dataRows = 0;

  private readonly keep: boolean;
  private readonly askedHeader: number | null | undefined;

  /**
   * @param keep false: rows are only counted
   * @param askedHeader a person's choice of the header row, undefined when we decide
   */
  constructor(path: string, keep: boolean, askedHeader: number | null | undefined) {
    this.keep = keep;
    this.askedHeader = askedHeader;
    this.sink = new RowSink(path, 0);
  }

  /** Rows of data. */
  get rows(): number {
    return this.dataRows;
  }

  get width(): number {
    return Math.max(this.sheetWidth, this.headers.length);
  }

  /** Takes the row that stands at `index` of the sheet; rows the file leaves out are empty. */
  take(index: number, cells: readonly Cell[]): void {
    while (this.next < index) this.takeNext([]);
    this.takeNext(cells);
  }

  private takeNext(cells: readonly Cell[]): void {
    this.next += 1;
    this.taken += 1;
    if (this.sample === null) {
      this.takeData(cells);
      return;
    }
    this.sample.push(cells);
    if (this.sample.length >= SAMPLE_ROWS) this.settle();
  }

  /** Decides on the header once enough rows are seen. */
  private settle(): void {
    const sample = this.sample ?? [];
    this.sample = null;
    const asked = this.askedHeader;
    const shape =
      asked === undefined ? findShape(sample) : { headerRow: asked, firstRow: asked === null ? 0 : asked + 1 };
    this.headerRow = shape.headerRow;
    this.headerMissing = shape.headerRow !== null && shape.headerRow >= sample.length;
    const widest = sample.reduce((width, row) => Math.max(width, filledLength(row)), 0);
    const names = headerNames(sample, shape.headerRow, widest);
    this.headers = names.slice(0, filledLength(names));
    this.filledCells += this.headers.filter((cell) => cell !== '').length;
    this.above = sample
      .slice(0, shape.headerRow ?? shape.firstRow)
      .map((row) => row.filter((cell) => (cell ?? '').trim() !== '').join(' | '));
    const data = sample.slice(shape.firstRow);
    this.sink.declare(data.reduce((width, row) => Math.max(width, filledLength(row)), this.headers.length));
    for (const row of data) this.takeData(row);
  }

  private takeData(cells: readonly Cell[]): void {
    const length = filledLength(cells);
    if (length === 0) {
      this.blanks += 1;
      return;
    }
    for (; this.blanks > 0; this.blanks -= 1) this.write([]);
    if (length > this.sheetWidth) this.sheetWidth = length;
    this.filledCells += cells.reduce<number>((count, cell) => count + (cell === null ? 0 : 1), 0);
    this.write(cells.slice(0, length));
  }

  private write(cells: readonly Cell[]): void {
    this.dataRows += 1;
    if (this.keep) this.sink.write(cells);
  }

  finish(): void {
    if (this.sample !== null) this.settle();
    if (this.width > this.sink.width) this.sink.width = this.width;
    this.sink.close();
  }
}
