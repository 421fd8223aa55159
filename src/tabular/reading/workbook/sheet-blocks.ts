import { type Block, cellsOfBlock, sideBySide } from '../side-by-side.ts';
import { nameOfTable, type SheetTable, SheetTables, type SheetTablesOptions } from './sheet-tables.ts';
import type { Span, WorkbookRow } from './workbook.ts';

/** Rows looked at before it is said whether tables stand beside one another. */
const SAMPLE_ROWS = 300;

interface Column {
  readonly block: Block;
  readonly tables: SheetTables;
}

/**
 * Gives the rows of a sheet to the tables that stand beside one another on it; each may have further ones below.
 * A person who names the row of headings means one table.
 */
export class SheetBlocks {
  private sample: WorkbookRow[] | null = [];
  private readonly columns: Column[] = [];
  private whole: SheetTables | null = null;
  private readonly options: SheetTablesOptions;

  constructor(options: Omit<SheetTablesOptions, 'names'>) {
    this.options = { ...options, names: new Set([options.name]) };
    if (options.askedHeader !== undefined) this.settle();
  }

  /** All tables of the sheet, once it has ended. */
  get tables(): readonly SheetTable[] {
    return this.all.flatMap(({ tables }) => tables);
  }

  /** Cells of the widest table so far. */
  get width(): number {
    return this.sample === null
      ? Math.max(...this.all.map(({ width }) => width))
      : this.sample.reduce((widest, { cells }) => Math.max(widest, cells.length), 0);
  }

  private get all(): readonly SheetTables[] {
    return this.whole ? [this.whole] : this.columns.map(({ tables }) => tables);
  }

  take(row: WorkbookRow): void {
    if (this.sample === null) this.give(row);
    else if (this.sample.push(row) >= SAMPLE_ROWS) this.settle();
  }

  private settle(): void {
    const sample = this.sample ?? [];
    this.sample = null;
    const blocks = sideBySide(sample.map(({ cells }) => cells));
    if (blocks === null) this.whole = new SheetTables(this.options);
    else for (const [at, block] of blocks.entries()) this.begin(block, at);
    for (const row of sample) this.give(row);
  }

  private begin(block: Block, at: number): void {
    const { name, path, names } = this.options;
    const tables = new SheetTables({
      ...this.options,
      name: at === 0 ? name : nameOfTable(name, block.title, names),
      path: (table) => path(`${at}-${table}`),
    });
    this.columns.push({ block, tables });
  }

  private give(row: WorkbookRow): void {
    if (this.whole) this.whole.take(row);
    else for (const { block, tables } of this.columns) tables.take(rowOfBlock(row, block));
  }

  /**
   * Ends the sheet; a sheet that broke in the middle is ended too.
   * @param hiddenColumns 0-based columns of the sheet that are not shown
   */
  finish(hiddenColumns: readonly number[] = []): void {
    if (this.sample !== null) this.settle();
    if (this.whole) this.whole.finish(hiddenColumns);
    for (const { block, tables } of this.columns) tables.finish(hiddenColumns.flatMap((at) => placeIn(block, at)));
  }
}

/** Where a column of the sheet stands in the block: one place or none. */
function placeIn({ from, next = Number.POSITIVE_INFINITY }: Block, column: number): number[] {
  return column >= from && column < next ? [column - from] : [];
}

function placesIn<T>(block: Block, marks: ReadonlyMap<number, T> | undefined): ReadonlyMap<number, T> {
  const own = new Map<number, T>();
  for (const [column, mark] of marks ?? []) for (const at of placeIn(block, column)) own.set(at, mark);
  return own;
}

/** The row as if the block stood alone on the sheet; formulas are counted by the row, so each block tells them. */
function rowOfBlock(row: WorkbookRow, block: Block): WorkbookRow {
  const { from, next = Number.POSITIVE_INFINITY } = block;
  const spans = (row.spans ?? []).flatMap((span): Span[] =>
    placeIn(block, span.column).map((column) => ({
      ...span,
      column,
      columns: Math.min(span.columns, next - from - column),
    })),
  );
  return {
    ...row,
    cells: cellsOfBlock(row.cells, block),
    spans,
    links: placesIn(block, row.links),
    shown: placesIn(block, row.shown),
  };
}
