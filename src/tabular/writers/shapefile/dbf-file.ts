import type { ColumnType } from '../../column.ts';
import { FileTooLargeError } from '../written-table.ts';
import { ByteFile } from './byte-file.ts';

/** Bytes a field of text can have. */
export const LONGEST_TEXT = 254;
/** Fields a table can have that usual programs open. */
export const MOST_FIELDS = 255;
const MOST_BYTES = 2_000_000_000;

/** A field: its name of at most ten letters and what it holds. */
export interface DbfColumn {
  readonly name: string;
  readonly type: ColumnType;
  /** Bytes of its longest value, for texts. */
  readonly longest: number;
}

interface Layout {
  readonly letter: string;
  readonly width: number;
  readonly decimals: number;
}

function layoutOf({ type, longest }: DbfColumn): Layout {
  switch (type) {
    case 'integer':
      return { letter: 'N', width: 20, decimals: 0 };
    case 'decimal':
      return { letter: 'N', width: 24, decimals: 11 };
    case 'boolean':
      return { letter: 'L', width: 1, decimals: 0 };
    case 'date':
      return { letter: 'D', width: 8, decimals: 0 };
    case 'datetime':
    case 'time':
      return { letter: 'C', width: 26, decimals: 0 };
    case 'text':
      return { letter: 'C', width: Math.min(LONGEST_TEXT, Math.max(1, longest)), decimals: 0 };
  }
}

/** Names of at most ten Latin letters, each once. */
export function shortNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    let short = name.slice(0, 10);
    for (let copy = 2; taken.has(short.toLowerCase()); copy++) {
      const mark = `_${copy}`;
      short = name.slice(0, 10 - mark.length) + mark;
    }
    taken.add(short.toLowerCase());
    return short;
  });
}

/** The first bytes of a text that fit, never half a letter. */
export function cutText(text: string, width: number): Buffer {
  const bytes = Buffer.from(text);
  if (bytes.length <= width) return bytes;
  let end = width;
  while (end > 0 && ((bytes[end] ?? 0) & 0xc0) === 0x80) end -= 1;
  return bytes.subarray(0, end);
}

/** The table of fields beside a main file (dBASE III), texts in UTF-8, written record by record. */
export class DbfFile {
  private readonly file: ByteFile;
  private readonly layouts: readonly Layout[];
  private readonly columns: readonly DbfColumn[];
  private readonly recordLength: number;
  private records = 0;

  constructor(base: string, columns: readonly DbfColumn[]) {
    this.columns = columns;
    this.layouts = columns.map(layoutOf);
    this.recordLength = this.layouts.reduce((sum, { width }) => sum + width, 1);
    this.file = new ByteFile(`${base}.dbf`);
    this.file.add(Buffer.alloc(this.headLength));
  }

  private get headLength(): number {
    return 32 + this.columns.length * 32 + 1;
  }

  /** A record; values as programs read them, null for an empty one. */
  add(values: readonly (string | null)[]): void {
    const record = Buffer.alloc(this.recordLength, ' ');
    let at = 1;
    this.layouts.forEach((layout, index) => {
      const bytes = cutText(asField(values[index] ?? null, layout), layout.width);
      // numbers stand at the right edge of their field
      bytes.copy(record, layout.letter === 'N' ? at + layout.width - bytes.length : at);
      at += layout.width;
    });
    this.records += 1;
    this.file.add(record);
    if (this.file.length > MOST_BYTES) throw new FileTooLargeError('shp');
  }

  close(): void {
    this.file.add(Buffer.from([0x1a]));
    const head = Buffer.alloc(this.headLength);
    head[0] = 0x03;
    // the same table gives the same bytes: the day is always this one
    head[1] = 100;
    head[2] = 1;
    head[3] = 1;
    head.writeUInt32LE(this.records, 4);
    head.writeUInt16LE(this.headLength, 8);
    head.writeUInt16LE(this.recordLength, 10);
    this.columns.forEach(({ name }, index) => {
      const at = 32 + index * 32;
      const { letter, width, decimals } = this.layouts[index] ?? { letter: 'C', width: 1, decimals: 0 };
      head.write(name, at, 10, 'latin1');
      head.write(letter, at + 11, 1, 'latin1');
      head[at + 16] = width;
      head[at + 17] = decimals;
    });
    head[head.length - 1] = 0x0d;
    this.file.close(head);
  }
}

function asField(value: string | null, { letter }: Layout): string {
  if (value === null) return letter === 'L' ? '?' : '';
  if (letter === 'D') return value.replaceAll('-', '');
  if (letter === 'L') return value === 'true' ? 'T' : 'F';
  return value;
}
