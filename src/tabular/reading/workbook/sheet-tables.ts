import { columnForm } from '../cell-forms.ts';
import { type FoundPart, PartWatcher, type PlacedRecord } from '../part-watcher.ts';
import { PlaceList } from '../reading-findings.ts';
import { findShape } from '../table-shape.ts';
import { type GathererOptions, SheetGatherer } from './sheet-gatherer.ts';
import type { WorkbookRow } from './workbook.ts';

/** Rows looked at before it is said where the first table's names stand. */
const SAMPLE_ROWS = 300;

/** A table of a sheet. */
export interface SheetTable {
  /** Unique in the workbook where the sheet's name is. */
  readonly name: string;
  readonly rows: SheetGatherer;
  /** The names of its columns once more between its rows. */
  readonly repeated: PlaceList;
}

export interface SheetTablesOptions extends Omit<GathererOptions, 'path'> {
  readonly name: string;
  /** Work file of a table by a name that no other table of the sheet has. */
  readonly path: (table: string) => string;
  /** Names that tables of the sheet have already; each new one is added. */
  readonly names: Set<string>;
}

/** A name for a further table of a sheet: its title, or its number; unique on the sheet, and put to its names. */
export function nameOfTable(sheet: string, title: string | null, names: Set<string>): string {
  let number = names.size + 1;
  const named = () => `${sheet} · ${title === null ? `таблиця ${number}` : title.slice(0, 100)}`;
  let own = named();
  for (; names.has(own); number += 1) own = title === null ? named() : `${named()} (${number})`;
  names.add(own);
  return own;
}

/**
 * Gives the rows of a sheet to the tables they belong to: where names of other columns follow a blank row or a title, another table begins.
 * A person who names the row of headings means one table.
 */
export class SheetTables {
  readonly tables: SheetTable[] = [];
  private sample: WorkbookRow[] | null = [];
  private watcher: PartWatcher | null = null;
  /** Rows that the watcher has not decided on. */
  private readonly waiting = new Map<number, WorkbookRow>();
  private lastIndex = -1;
  private readonly options: SheetTablesOptions;

  constructor(options: SheetTablesOptions) {
    this.options = options;
    this.begin(options.name, 0);
    if (options.askedHeader !== undefined) this.sample = null;
  }

  private begin(name: string, firstRow: number): void {
    const { path, keep, askedHeader, withoutHidden = false } = this.options;
    const rows = new SheetGatherer({ path: path(`${this.tables.length}`), keep, askedHeader, withoutHidden, firstRow });
    this.tables.push({ name, rows, repeated: new PlaceList() });
  }

  private get current(): SheetTable {
    const table = this.tables.at(-1);
    if (table === undefined) throw new Error('a sheet has at least one table');
    return table;
  }

  /** Cells of the widest table. */
  get width(): number {
    return Math.max(...this.tables.map(({ rows }) => rows.width));
  }

  take(row: WorkbookRow): void {
    if (this.sample === null) this.watch(row);
    else if (this.sample.push(row) >= SAMPLE_ROWS) this.settle();
  }

  private settle(): void {
    const sample = this.sample ?? [];
    this.sample = null;
    const cells = sample.map((row) => row.cells);
    const { headerFrom, headerRow, firstRow } = findShape(cells);
    const data = cells.slice(firstRow);
    if (headerRow !== null) {
      const names = cells.slice(headerFrom ?? headerRow, headerRow + 1).map(asText);
      const width = Math.max(...names.map((row) => row.length));
      const forms = Array.from({ length: width }, (_, at) => columnForm(data.map((row) => row[at] ?? null)));
      this.watcher = new PartWatcher({ headerCells: names, forms }, width, {
        row: (record) => this.give(record),
        repeated: (record) => this.leaveOut(record),
        begins: (part) => this.beginPart(part),
      });
    }
    for (const [at, row] of sample.entries()) {
      if (at < firstRow) {
        this.current.rows.take(row);
        this.lastIndex = row.index;
      } else this.watch(row);
    }
  }

  private watch(row: WorkbookRow): void {
    if (this.watcher === null) {
      this.current.rows.take(row);
      return;
    }
    // rows that the file leaves out are blank; that there are some is enough to know
    if (row.index > this.lastIndex + 1) this.watcher.take({ cells: [], broken: false, start: row.index - 1 });
    this.lastIndex = row.index;
    this.waiting.set(row.index, row);
    this.watcher.take({ cells: asText(row.cells), broken: false, start: row.index });
  }

  private give({ start }: PlacedRecord): void {
    const row = this.waiting.get(start);
    this.waiting.delete(start);
    if (row) this.current.rows.take(row);
  }

  private leaveOut({ start }: PlacedRecord): void {
    const row = this.waiting.get(start);
    this.waiting.delete(start);
    if (row === undefined) return;
    this.current.rows.leaveOut(row);
    this.current.repeated.add(this.current.rows.rows, row.cells.filter((cell) => cell !== null).join(' | '));
  }

  /** The rows of its title and names are given to the new table, which finds them itself. */
  private beginPart({ start, title, header }: FoundPart): void {
    this.begin(nameOfTable(this.options.name, title, this.options.names), start);
    const names = header.join('\0');
    for (const [index, row] of this.waiting) {
      this.waiting.delete(index);
      if (index < start) continue;
      this.current.rows.take(row);
      if (asText(row.cells).join('\0') === names) return;
    }
  }

  /** @param hiddenColumns 0-based columns of the sheet that are not shown */
  finish(hiddenColumns: readonly number[] = []): void {
    if (this.sample !== null) this.settle();
    this.watcher?.finish();
    this.watcher = null;
    for (const { rows } of this.tables) rows.finish(hiddenColumns);
  }
}

const asText = (cells: WorkbookRow['cells']): string[] => cells.map((cell) => cell ?? '');
