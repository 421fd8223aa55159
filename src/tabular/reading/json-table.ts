import { cellOf, isNested, rawMembers } from './json-record.ts';
import { PlaceList } from './reading-findings.ts';
import type { Cell, RowSink } from './row-sink.ts';

/** Gathers JSON records into rows; a column appears when its field is first seen. */
export class RecordGatherer {
  readonly nested = new PlaceList();
  readonly nestedFields = new Set<string>();
  private readonly columns = new Map<string, number>();

  private readonly sink: RowSink;

  constructor(sink: RowSink) {
    this.sink = sink;
  }

  get headers(): readonly string[] {
    return [...this.columns.keys()];
  }

  /** Takes one element's text: an object becomes a row by its fields, anything else a row with a field `value`. */
  take(text: string): void {
    const row: Cell[] = [];
    if (text[0] === '{') this.addMembers(row, text, '', 1);
    else this.put(row, 'value', cellOf(text));
    this.sink.write(fill(row));
  }

  private addMembers(row: Cell[], text: string, prefix: string, depth: number): void {
    for (const [key, raw] of rawMembers(text)) {
      const name = prefix + key;
      if (raw[0] === '{' && depth > 0 && raw.length > 2) this.addMembers(row, raw, `${name}.`, depth - 1);
      else {
        if (isNested(raw)) {
          this.nested.add(this.sink.rows + 1, null);
          this.nestedFields.add(name);
        }
        this.put(row, name, cellOf(raw));
      }
    }
  }

  private put(row: Cell[], name: string, cell: Cell): void {
    let column = this.columns.get(name);
    if (column === undefined) {
      column = this.columns.size;
      this.columns.set(name, column);
    }
    row[column] = cell;
  }
}

/** Holes of a sparse row are empty cells. */
function fill(row: readonly Cell[]): Cell[] {
  return Array.from(row, (cell) => cell ?? null);
}
