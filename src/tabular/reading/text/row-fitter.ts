import { PlaceList } from '../reading-findings.ts';
import type { Cell, RowSink } from '../row-sink.ts';

/**
 * Fits records to the table's columns: short ones are completed, empty surplus cells fall away, filled surplus cells widen the table.
 * Blank lines inside the table are rows, after its last row they are nothing.
 */
export class RowFitter {
  readonly shortRows = new PlaceList();
  readonly longRows = new PlaceList();
  readonly brokenRows = new PlaceList();
  private blankRows = 0;
  private readonly sink: RowSink;
  private readonly width: number;

  constructor(sink: RowSink, width: number) {
    this.sink = sink;
    this.width = width;
  }

  /** Takes one record; `broken` when its quotes were read by guess. */
  take(cells: readonly Cell[], broken = false): void {
    if (cells.length <= 1 && isBlank(cells[0] ?? null)) {
      this.blankRows += 1;
      return;
    }
    while (this.blankRows > 0) {
      this.sink.write([]);
      this.blankRows -= 1;
    }
    const fitted = cells.length > this.width ? this.withoutEmptySurplus(cells) : cells;
    const row = this.sink.rows + 1;
    if (fitted.length > this.width) this.longRows.add(row, fitted.slice(this.width).join(' | '));
    else if (cells.length < this.width) this.shortRows.add(row, cells.join(' | '));
    if (broken) this.brokenRows.add(row, cells.join(' | '));
    this.sink.write(fitted);
  }

  private withoutEmptySurplus(cells: readonly Cell[]): readonly Cell[] {
    let length = cells.length;
    while (length > this.width && (cells[length - 1] ?? '').trim() === '') length -= 1;
    return length === cells.length ? cells : cells.slice(0, length);
  }
}

/** An empty line, or the mark that old systems end a file with. */
function isBlank(cell: Cell): boolean {
  return cell === null || cell === '' || cell === '\u001a';
}
