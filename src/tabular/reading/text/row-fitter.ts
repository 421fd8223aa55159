import { filled, isFilled } from '../cell-forms.ts';
import { PlaceList } from '../reading-findings.ts';
import type { Cell, RowSink } from '../row-sink.ts';
import { type LastRow, loneText, notesAtEnd } from './footnotes.ts';

/** More rows than this at the end are no notes. */
const MOST_NOTES = 60;

interface Held extends LastRow {
  readonly broken: boolean;
  /** Blank rows before it. */
  readonly blanks: number;
}

/**
 * Fits records to the table's columns: short ones are completed, empty surplus cells fall away, filled surplus cells widen the table.
 * Blank rows inside the table are rows, after its last row they are nothing. Sentences alone in the last rows are notes under the table.
 */
export class RowFitter {
  readonly shortRows = new PlaceList();
  readonly longRows = new PlaceList();
  readonly brokenRows = new PlaceList();
  /** Notes under the table, left out of it. */
  readonly notes: string[] = [];
  private blankRows = 0;
  /** Rows of one cell alone: titles of sections if more rows come, notes if none does. */
  private held: Held[] = [];
  private readonly sink: RowSink;
  private readonly width: number;

  constructor(sink: RowSink, width: number) {
    this.sink = sink;
    this.width = width;
  }

  /** Takes one record; `broken` when its quotes were read by guess. */
  take(cells: readonly Cell[], broken = false): void {
    if (isBlank(cells)) {
      this.blankRows += 1;
      return;
    }
    if (this.width > 1 && loneText(cells) !== null && this.held.length < MOST_NOTES) {
      const afterBlank = this.blankRows > 0 || (this.held.at(-1)?.afterBlank ?? false);
      this.held.push({ cells, broken, afterBlank, blanks: this.blankRows });
      this.blankRows = 0;
      return;
    }
    this.releaseHeld();
    this.writeBlanks(this.blankRows);
    this.blankRows = 0;
    this.write(cells, broken);
  }

  /** Ends the table. */
  finish(): void {
    const notes = this.sink.rows === 0 ? 0 : notesAtEnd(this.held, this.width);
    const left = this.held.splice(this.held.length - notes, notes);
    for (const { cells } of left) this.notes.push(loneText(cells) ?? '');
    this.releaseHeld();
  }

  private releaseHeld(): void {
    if (this.held.length === 0) return;
    for (const { cells, broken, blanks } of this.held) {
      this.writeBlanks(blanks);
      this.write(cells, broken);
    }
    this.held = [];
  }

  private writeBlanks(count: number): void {
    for (let at = 0; at < count; at++) this.sink.write([]);
  }

  private write(cells: readonly Cell[], broken: boolean): void {
    const fitted = cells.length > this.width ? this.withoutEmptySurplus(cells) : cells;
    const row = this.sink.rows + 1;
    if (fitted.length > this.width) this.longRows.add(row, fitted.slice(this.width).join(' | '));
    else if (cells.length < this.width) this.shortRows.add(row, cells.join(' | '));
    if (broken) this.brokenRows.add(row, cells.join(' | '));
    this.sink.write(fitted);
  }

  private withoutEmptySurplus(cells: readonly Cell[]): readonly Cell[] {
    let length = cells.length;
    while (length > this.width && !isFilled(cells[length - 1])) length -= 1;
    return length === cells.length ? cells : cells.slice(0, length);
  }
}

/** Nothing in any cell, or the mark that old systems end a file with. */
function isBlank(cells: readonly Cell[]): boolean {
  return filled(cells) === 0 || (cells.length === 1 && cells[0] === '\u001a');
}
