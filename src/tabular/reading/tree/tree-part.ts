import { NAMED_COLUMNS, type SheetInfo } from '../../text-table.ts';
import type { Cell, RowSink } from '../row-sink.ts';

/** How a record of a part is named by the records that belong to it. */
export type PartKey = { readonly kind: 'field'; readonly name: string } | { readonly kind: 'number' };

/** Heading of the column that numbers records which have no field to be named by. */
export const RECORD_NUMBER = 'Номер запису';

/** Names of fields that identify a record. */
const KEY_NAMES = /^[@_]?(id|uid|uuid|guid|identifier|ідентифікатор|code|код|number|номер|№)$/iu;
/** Different keys remembered at most; a larger part is trusted by its name. */
const REMEMBERED = 300_000;

/** One table that is being made of trees: its columns appear when a field is first seen. */
export class TreePart {
  rows = 0;
  filledCells = 0;
  /** Records of other parts belong to its records. */
  hasChildren = false;
  private readonly columns = new Map<string, number>();
  private readonly seen = new Set<string>();
  private keyField: string | null | undefined;
  private keyRepeats = false;

  readonly name: string;
  /** Null: it is only counted. */
  readonly sink: RowSink | null;
  private readonly given: PartKey | null;

  /** @param given how its records are named, where an earlier walk has told it */
  constructor(name: string, sink: RowSink | null, given: PartKey | null) {
    this.name = name;
    this.sink = sink;
    this.given = given;
    if (given?.kind === 'number') this.columns.set(RECORD_NUMBER, 0);
  }

  get headers(): readonly string[] {
    return [...this.columns.keys()];
  }

  get info(): SheetInfo {
    const { name, rows, headers } = this;
    return { name, rows, columns: headers.length, headers: headers.slice(0, NAMED_COLUMNS) };
  }

  /** How its records can be named surely, by all that was seen. */
  get key(): PartKey {
    const field = this.keyField;
    return field && !this.keyRepeats ? { kind: 'field', name: field } : { kind: 'number' };
  }

  /** Takes the fields of one record. @returns what names it for the records that belong to it: heading and value */
  take(fields: ReadonlyMap<string, Cell>): readonly [heading: string, value: Cell] {
    this.rows += 1;
    const key = this.keyOf(fields);
    const row: Cell[] = [];
    if (this.given?.kind === 'number') row[0] = String(this.rows);
    for (const [name, cell] of fields) {
      const column = this.columnOf(name);
      row[column] = cell;
      if (cell !== null) this.filledCells += 1;
    }
    // holes of a sparse row are empty cells
    this.sink?.write(Array.from(row, (cell) => cell ?? null));
    return key;
  }

  private columnOf(name: string): number {
    const known = this.columns.get(name);
    if (known !== undefined) return known;
    this.columns.set(name, this.columns.size);
    return this.columns.size - 1;
  }

  private keyOf(fields: ReadonlyMap<string, Cell>): readonly [string, Cell] {
    if (this.given?.kind === 'number') return [`${this.last}.${RECORD_NUMBER}`, String(this.rows)];
    this.keyField ??= [...fields.keys()].find((name) => KEY_NAMES.test(name)) ?? null;
    if (this.keyField === null) return [`${this.last}.${RECORD_NUMBER}`, String(this.rows)];
    const value = fields.get(this.keyField) ?? null;
    if (value === null || this.seen.has(value)) this.keyRepeats = true;
    else if (this.seen.size < REMEMBERED) this.seen.add(value);
    return [`${this.last}.${this.keyField}`, value];
  }

  private get last(): string {
    return this.name.split('.').at(-1) ?? this.name;
  }
}
