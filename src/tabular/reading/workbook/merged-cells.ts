import type { Cell } from '../row-sink.ts';
import type { Span } from './workbook.ts';

interface Open {
  readonly span: Span;
  readonly value: Cell;
  left: number;
}

/**
 * Cells merged over several rows: a sheet keeps their value in the first row only, though it is meant for each. Rows are to be given in order,
 * every one of them.
 */
export class MergedCells {
  /** Merged blocks over several rows or columns met so far. */
  blocks = 0;
  private open: Open[] = [];

  /** Takes the next row as the file has it; gives it with the values of cells merged from above. */
  take(cells: readonly Cell[], spans: readonly Span[]): { filled: readonly Cell[]; repeated: number } {
    const filled = this.open.length > 0 ? this.fillFromAbove(cells) : { filled: cells, repeated: 0 };
    for (const span of spans) {
      if (span.rows < 2 && span.columns < 2) continue;
      this.blocks += 1;
      if (span.rows > 1) this.open.push({ span, value: cells[span.column] ?? null, left: span.rows - 1 });
    }
    return filled;
  }

  /** An empty row stays empty: a block stretched over a thousand empty rows makes no thousand records. */
  private fillFromAbove(cells: readonly Cell[]): { filled: readonly Cell[]; repeated: number } {
    const empty = cells.every((cell) => (cell ?? '').trim() === '');
    const filled = [...cells];
    let repeated = 0;
    for (const one of this.open) {
      one.left -= 1;
      const { column } = one.span;
      if (empty || one.value === null || (filled[column] ?? '') !== '') continue;
      while (filled.length < column) filled.push(null);
      filled[column] = one.value;
      repeated += 1;
    }
    this.open = this.open.filter(({ left }) => left > 0);
    return { filled, repeated };
  }
}

/** A row with each value repeated over the columns it is merged over: so a group's title is read above each of its columns. */
export function filledAcross(cells: readonly Cell[], spans: readonly Span[]): readonly Cell[] {
  const wide = spans.filter(({ columns }) => columns > 1);
  if (wide.length === 0) return cells;
  const filled = [...cells];
  for (const { column, columns } of wide) {
    const value = cells[column] ?? null;
    for (let at = column; value !== null && at < column + columns; at++) {
      while (filled.length < at) filled.push(null);
      if ((filled[at] ?? '') === '') filled[at] = value;
    }
  }
  return filled;
}
