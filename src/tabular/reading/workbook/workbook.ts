import type { Cell } from '../row-sink.ts';

/** A cell merged over others, by its place in the row it begins in. */
export interface Span {
  readonly column: number;
  /** Rows and columns it covers, itself included. */
  readonly rows: number;
  readonly columns: number;
}

/** Marks that a sheet shows beside values: shares as per cents, amounts with the sign of their currency. */
export type ShownAs = 'percent' | 'currency';

/** A row of a sheet that the file holds; rows without any cell may be absent. */
export interface WorkbookRow {
  /** 0-based row of the sheet. */
  readonly index: number;
  readonly cells: readonly Cell[];
  readonly hidden?: boolean;
  readonly spans?: readonly Span[];
  /** Addresses behind cells, by column. */
  readonly links?: ReadonlyMap<number, string>;
  /** How numbers are shown, by column. */
  readonly shown?: ReadonlyMap<number, ShownAs>;
  /** Cells that are formulas, and how many of them have no value kept beside. */
  readonly formulas?: number;
  readonly formulasWithoutValue?: number;
}

/** One sheet as it stands in the workbook. */
export interface WorkbookSheet {
  readonly name: string;
  readonly hidden: boolean;
}

/** Takes the rows of one sheet, in order. */
export interface SheetVisitor {
  /** The sheet need not be opened at all; formats that read all sheets at once give its rows nevertheless. */
  readonly passesOver?: true;
  /** False: this sheet is not needed further. */
  take(row: WorkbookRow): boolean;
  /** After the last row. `hiddenColumns` are 0-based. */
  end(hiddenColumns: readonly number[]): void;
}

/** An open workbook of any format. */
export interface Workbook {
  /** The program that makes such files holds macros in this one. */
  readonly macros: boolean;
  /** Goes through all sheets in their order; sheets of charts are left out. */
  eachSheet(visit: (sheet: WorkbookSheet) => SheetVisitor): Promise<void>;
  /** Removes what was kept on the disk meanwhile. */
  close(): void;
}

/** `BC` of `BC17` → 54; -1 when no letters stand there. */
export function columnOf(reference: string): number {
  let column = 0;
  for (let at = 0; at < reference.length; at++) {
    const letter = reference.charCodeAt(at) & 0xdf;
    if (letter < 65 || letter > 90) break;
    column = column * 26 + letter - 64;
  }
  return column - 1;
}

/** The bounds of a sheet in every program; what stands outside them is damage. */
export const MOST_COLUMNS = 16_384;
export const MOST_ROWS = 1_048_576;
