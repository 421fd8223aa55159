import { columnForm, type Form, filled, filledLength, formOf, isFilled, isYear } from './cell-forms.ts';

type Cells = readonly string[];

/** A record with its place in the file. */
export interface PlacedRecord {
  readonly cells: Cells;
  readonly broken: boolean;
  /** First character of it in the file. */
  readonly start: number;
}

/** What the watcher tells of each record, in order. */
export interface WatchedParts {
  /** A row of the table (blank ones too). */
  row(record: PlacedRecord): void;
  /** The header once more: no row. */
  repeated(record: PlacedRecord): void;
  /** Another table begins here; blank rows before it belong to none. */
  begins(part: FoundPart): void;
}

/** Where a further table begins. */
export interface FoundPart {
  readonly start: number;
  /** Its title, where a line of words stands over its names. */
  readonly title: string | null;
  readonly header: Cells;
}

/** What is known of the table the records belong to. */
export interface WatchedTable {
  /** Rows of names as they stand in the file; empty where there are none. */
  readonly headerCells: readonly Cells[];
  readonly forms: readonly Form[];
}

interface Waiting {
  readonly record: PlacedRecord;
  /** Blank rows right before it. */
  readonly blanks: readonly PlacedRecord[];
}

/** Rows that are looked at before one is decided on. */
const AHEAD = 4;
/** More blank rows than this are given on at once. */
const BLANKS = 1_000;
const SIMILAR = 0.6;

const folded = (cell: string | undefined): string => (cell ?? '').trim().toLowerCase().replace(/\s+/g, ' ');

/** Words (or years) only, each another: what names of columns look like. */
function couldBeNames(cells: Cells): boolean {
  const own = cells.filter(isFilled);
  if (own.length < 2 || new Set(own.map(folded)).size !== own.length) return false;
  return own.every(
    (cell) => (formOf(cell) === 'text' && !/^[-–—]+$/.test(cell.trim()) && cell.length <= 200) || isYear(cell),
  );
}

/** Names over columns of numbers, dates or codes. */
function standsOverForms(header: Cells, below: readonly Cells[]): boolean {
  return header.some((cell, column) => {
    const form = columnForm(below.map((row) => row[column] ?? null));
    return formOf(cell) === 'text' && form !== 'text' && below.some((row) => isFilled(row[column]));
  });
}

/**
 * Watches the rows of a text for a header that is repeated (page after page) and for a further table below the first one: names of columns after a
 * blank row or a title, over rows of another width or of forms the columns above them did not have.
 */
export class PartWatcher {
  private readonly waiting: Waiting[] = [];
  private blanks: PlacedRecord[] = [];
  private table: WatchedTable;
  private width: number;
  private readonly told: WatchedParts;

  constructor(table: WatchedTable, width: number, told: WatchedParts) {
    this.table = table;
    this.width = width;
    this.told = told;
  }

  take(record: PlacedRecord): void {
    if (filled(record.cells) === 0) {
      this.blanks.push(record);
      if (this.blanks.length > BLANKS) this.giveAll();
      return;
    }
    this.waiting.push({ record, blanks: this.blanks });
    this.blanks = [];
    if (this.waiting.length > AHEAD) this.decide();
  }

  finish(): void {
    this.giveAll();
  }

  /** Gives on all that waits: nothing that comes later can change it. */
  private giveAll(): void {
    while (this.waiting.length > 0) this.decide();
    for (const blank of this.blanks) this.told.row(blank);
    this.blanks = [];
  }

  private decide(): void {
    const first = this.waiting.shift();
    if (!first) return;
    const { record, blanks } = first;
    const afterBlank = blanks.length > 0;
    const part = this.beginsPart(record, afterBlank);
    if (part !== null) {
      this.told.begins(part);
      this.begin(part, record);
      return;
    }
    for (const blank of blanks) this.told.row(blank);
    if (this.isRepeated(record.cells)) this.told.repeated(record);
    else this.told.row(record);
  }

  private begin(part: FoundPart, record: PlacedRecord): void {
    // A title waits before its names, which are the next record then.
    if (part.start === record.start && part.header !== record.cells) this.waiting.shift();
    const below = this.waiting.map((one) => one.record.cells);
    this.width = filledLength(part.header);
    this.table = {
      headerCells: [part.header],
      forms: Array.from({ length: this.width }, (_, column) => columnForm(below.map((row) => row[column] ?? null))),
    };
  }

  private isRepeated(cells: Cells): boolean {
    return this.table.headerCells.some((header) => {
      const length = filledLength(header);
      if (length < 2 || filledLength(cells) !== length || filled(header) < 2) return false;
      return header.slice(0, length).every((name, at) => folded(name) === folded(cells[at]));
    });
  }

  /** The names of a table of its own begin with this record, or with the one after it if this is their title. */
  private beginsPart(record: PlacedRecord, afterBlank: boolean): FoundPart | null {
    const { cells, start } = record;
    const next = this.waiting[0]?.record;
    if (filled(cells) === 1 && next) {
      const text = cells.find(isFilled) ?? '';
      if (formOf(text) !== 'text') return null;
      const isOther = this.isOtherHeader(
        next.cells,
        this.waiting.slice(1),
        afterBlank || this.isOfOtherWidth(next.cells),
      );
      return isOther ? { start, title: text.trim(), header: next.cells } : null;
    }
    return this.isOtherHeader(cells, this.waiting, afterBlank) ? { start, title: null, header: cells } : null;
  }

  private isOfOtherWidth(cells: Cells): boolean {
    return filledLength(cells) !== this.width;
  }

  private isOtherHeader(cells: Cells, after: readonly Waiting[], isApart: boolean): boolean {
    const below = after.map(({ record }) => record.cells).filter((row) => filled(row) > 0);
    if (below.length === 0 || !couldBeNames(cells) || this.isRepeated(cells)) return false;
    const width = filledLength(cells);
    const fits = below.filter((row) => filledLength(row) <= width && filled(row) >= Math.min(2, width)).length;
    if (fits < below.length * 0.5) return false;
    if (this.isLikeHeader(cells)) return this.isOfOtherWidth(cells) || isApart;
    if (!isApart || below.length < 2 || !standsOverForms(cells, below)) return false;
    return this.isOfOtherWidth(cells) || this.hasOtherForms(below);
  }

  /** Most names are those of the table above, but not all: another table of the same kind. */
  private isLikeHeader(cells: Cells): boolean {
    const own = cells.filter(isFilled).map(folded);
    return this.table.headerCells.some((header) => {
      const names = new Set(header.filter(isFilled).map(folded));
      return names.size >= 2 && own.filter((name) => names.has(name)).length >= Math.max(2, own.length * SIMILAR);
    });
  }

  /** A column of the rows below is written otherwise than in the table above. */
  private hasOtherForms(below: readonly Cells[]): boolean {
    return this.table.forms.some((form, column) => {
      const values = below.map((row) => row[column] ?? null);
      return values.some(isFilled) && columnForm(values) !== form;
    });
  }
}
