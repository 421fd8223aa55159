/** Numbers of records of Excel 97–2003 ([MS-XLS] 2.3.1). */
export const RECORD = {
  formula: 0x0006,
  eof: 0x000a,
  dateMode: 0x0022,
  password: 0x002f,
  more: 0x003c,
  column: 0x007d,
  sheet: 0x0085,
  numbers: 0x00bd,
  richText: 0x00d6,
  style: 0x00e0,
  merged: 0x00e5,
  texts: 0x00fc,
  textOfList: 0x00fd,
  link: 0x01b8,
  number: 0x0203,
  text: 0x0204,
  truth: 0x0205,
  formulaText: 0x0207,
  row: 0x0208,
  short: 0x027e,
  format: 0x041e,
  start: 0x0809,
} as const;

export interface BiffRecord {
  readonly kind: number;
  /** Of its content in the stream. */
  readonly from: number;
  readonly to: number;
}

/** The records from a place to the end of their part of the stream, and the place after it. */
export function* recordsFrom(stream: Buffer, start: number): Generator<BiffRecord> {
  let depth = 0;
  for (let at = start; at + 4 <= stream.length; ) {
    const kind = stream.readUInt16LE(at);
    const from = at + 4;
    const to = from + stream.readUInt16LE(at + 2);
    if (to > stream.length) throw new Error('the workbook is cut short');
    if (kind === RECORD.start) depth += 1;
    if (kind === RECORD.eof) depth -= 1;
    // a chart inside a sheet is a part of its own
    if (depth <= 1) yield { kind, from, to };
    if (depth <= 0) return;
    at = to;
  }
  throw new Error('the workbook is cut short');
}

/** Reads what records and their continuations hold, piece by piece. */
export class BiffText {
  private at: number;
  private end: number;
  private readonly stream: Buffer;

  constructor(stream: Buffer, { from, to }: BiffRecord) {
    this.stream = stream;
    this.at = from;
    this.end = to;
  }

  /** Goes on in the continuation of the record. */
  private goOn(): void {
    if (this.end + 4 > this.stream.length || this.stream.readUInt16LE(this.end) !== RECORD.more)
      throw new Error('a text is cut short');
    this.at = this.end + 4;
    this.end = this.at + this.stream.readUInt16LE(this.end + 2);
  }

  private byte(): number {
    if (this.at >= this.end) this.goOn();
    return this.stream.readUInt8(this.at++);
  }

  short(): number {
    return this.byte() | (this.byte() << 8);
  }

  long(): number {
    return (this.short() | (this.short() << 16)) >>> 0;
  }

  skip(bytes: number): void {
    for (let left = bytes; left > 0; ) {
      if (this.at >= this.end) this.goOn();
      const step = Math.min(left, this.end - this.at);
      this.at += step;
      left -= step;
    }
  }

  /** Characters, one or two bytes each; a continuation begins with a byte that says anew which. */
  private characters(count: number, wide: boolean): string {
    let text = '';
    let isWide = wide;
    for (let left = count; left > 0; ) {
      if (this.at >= this.end) {
        this.goOn();
        isWide = (this.byte() & 1) === 1;
      }
      const step = Math.min(left, isWide ? (this.end - this.at) >> 1 : this.end - this.at);
      const next = this.at + (isWide ? step * 2 : step);
      if (step === 0) throw new Error('a letter is cut in two');
      text += this.stream.toString(isWide ? 'utf16le' : 'latin1', this.at, next);
      this.at = next;
      left -= step;
    }
    return text;
  }

  /** A text with what may follow it: runs of fonts and readings. */
  text(length: number = this.short()): string {
    const flags = this.byte();
    const runs = (flags & 8) === 0 ? 0 : this.short();
    const readings = (flags & 4) === 0 ? 0 : this.long();
    const text = this.characters(length, (flags & 1) === 1);
    this.skip(runs * 4 + readings);
    return text;
  }

  /** A text whose length is one byte. */
  shortText(): string {
    return this.text(this.byte());
  }
}
