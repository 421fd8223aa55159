import { isUtf8 } from 'node:buffer';
import { open } from 'node:fs/promises';
import { wholeCharacters } from '../encoding.ts';

/** What a strict walk over all bytes of a UTF-8 text says. */
export interface Survey {
  /** False as soon as one byte is not UTF-8; the counts then stop at that place. */
  readonly utf8: boolean;
  /** Offset of the piece (1 MiB) where UTF-8 broke, or null. */
  readonly brokenAt: number | null;
  /** Records up to the last one that is not blank, by RFC 4180: line ends inside quotes do not count. */
  readonly records: number;
  /** Line ends of more than one kind stand between records. */
  readonly mixedLineEnds: boolean;
  /** Zero bytes stand in the text. */
  readonly zeros: boolean;
  /** Bytes read. */
  readonly size: number;
}

export interface SurveyOptions {
  readonly delimiter: string;
  readonly quote: string | null;
  readonly signal?: AbortSignal | undefined;
  readonly progress?: ((done: number) => void) | undefined;
}

const LF = 10;
const CR = 13;
const SPACE = 32;
/** A closing quote further away than this is looked for by the machine's own search, which takes longer to start than a short cell. */
const NEAR = 48;

/** Counts records byte by byte with the rules of a strict reader; knows nothing of cells. */
export class RecordCounter {
  records = 0;
  private lineFeeds = 0;
  private carriagePairs = 0;
  private loneCarriages = 0;
  private pendingBlank = 0;
  /** Of the record the last piece ended in: nothing stands in it. */
  private blank = true;
  private inQuotes = false;
  /** The last piece ended where a quote would open a cell. */
  private atCellStart = true;
  /** The last piece ended with a closing quote: another one opens it again. */
  private justClosed = false;
  /** The last piece ended with a carriage return, which may have its line feed in the next. */
  private carriage = false;
  private readonly delimiter: number;
  private readonly quote: number;
  /** 1 for the bytes that end a record or quote; all others are passed over. */
  private readonly marks = new Uint8Array(256);

  constructor(delimiter: string, quote: string | null) {
    this.delimiter = delimiter.charCodeAt(0);
    this.quote = quote === null ? -1 : quote.charCodeAt(0);
    this.marks[LF] = 1;
    this.marks[CR] = 1;
    if (this.quote >= 0) this.marks[this.quote] = 1;
  }

  /** True when records end in more than one way. */
  get mixed(): boolean {
    return [this.lineFeeds, this.carriagePairs, this.loneCarriages].filter((count) => count > 0).length > 1;
  }

  private endRecord(blank: boolean): void {
    if (blank) this.pendingBlank += 1;
    else {
      this.records += this.pendingBlank + 1;
      this.pendingBlank = 0;
    }
  }

  /** Takes the next bytes. */
  take(chunk: Buffer): void {
    if (chunk.length === 0) return;
    let at = this.carriage ? this.endCarriage(chunk[0] === LF) : 0;
    /** Where the record begins, -1 when it has begun in an earlier piece. */
    let from = this.blank ? at : -1;
    let closed = this.justClosed ? -1 : -2;
    const { marks, quote } = this;
    const end = chunk.length;
    while (at < end) {
      if (this.inQuotes) {
        closed = closingQuote(chunk, at, quote);
        if (closed === -1) {
          at = end;
          break;
        }
        this.inQuotes = false;
        at = closed + 1;
      }
      while (at < end && marks[chunk[at] as number] === 0) at += 1;
      if (at === end) break;
      if (chunk[at] === quote) {
        this.inQuotes = closed === at - 1 || this.startsCell(chunk, at);
        at += 1;
        continue;
      }
      const length = this.endLine(chunk, at, from === at);
      if (length === 0) break;
      at += length;
      from = at;
    }
    this.leave(chunk, { blank: from === at, closed });
  }

  /** The line end at a byte. @returns its bytes; 0 where the next piece has to tell */
  private endLine(chunk: Buffer, at: number, blank: boolean): number {
    const paired = chunk[at] === CR && chunk[at + 1] === LF;
    if (chunk[at] === LF) this.lineFeeds += 1;
    else if (paired) this.carriagePairs += 1;
    else if (at + 1 === chunk.length) return 0;
    else this.loneCarriages += 1;
    this.endRecord(blank);
    return paired ? 2 : 1;
  }

  /** The carriage return that the last piece ended with. @returns bytes of this piece that belong to it */
  private endCarriage(paired: boolean): number {
    if (paired) this.carriagePairs += 1;
    else this.loneCarriages += 1;
    this.endRecord(this.blank);
    this.carriage = false;
    this.blank = true;
    this.atCellStart = true;
    return paired ? 1 : 0;
  }

  /** Whether a cell begins here: after a delimiter or a line's end, spaces aside. */
  private startsCell(chunk: Buffer, at: number): boolean {
    let before = at - 1;
    while (before >= 0 && chunk[before] === SPACE && SPACE !== this.delimiter) before -= 1;
    if (before < 0) return this.atCellStart;
    const byte = chunk[before];
    return byte === this.delimiter || byte === LF || byte === CR;
  }

  private leave(chunk: Buffer, { blank, closed }: { readonly blank: boolean; readonly closed: number }): void {
    const end = chunk.length;
    this.blank = blank;
    this.carriage = !this.inQuotes && chunk[end - 1] === CR;
    this.atCellStart = !this.inQuotes && this.startsCell(chunk, end);
    this.justClosed = !this.inQuotes && closed === end - 1;
  }

  /** Ends the file. */
  finish(): void {
    if (this.carriage) this.endCarriage(false);
    if (!this.blank || this.inQuotes) this.endRecord(false);
    this.blank = true;
  }
}

function closingQuote(chunk: Buffer, from: number, quote: number): number {
  const near = Math.min(chunk.length, from + NEAR);
  for (let at = from; at < near; at += 1) if (chunk[at] === quote) return at;
  return chunk.indexOf(quote, near);
}

const PIECE = 1 << 20;

/** Walks the file once: is it UTF-8 to the last byte, and how many records does it hold. One buffer serves all its pieces. */
export async function surveyFile(path: string, options: SurveyOptions): Promise<Survey> {
  const counter = new RecordCounter(options.delimiter, options.quote);
  const file = await open(path, 'r');
  try {
    const buffer = Buffer.allocUnsafeSlow(PIECE + 4);
    /** Bytes of a character that the last piece broke off. */
    let rest = 0;
    let done = 0;
    let zeros = false;
    for (;;) {
      options.signal?.throwIfAborted();
      const { bytesRead } = await file.read(buffer, rest, PIECE, done);
      if (bytesRead === 0) break;
      const chunk = buffer.subarray(0, rest + bytesRead);
      const whole = wholeCharacters(chunk);
      if (!isUtf8(whole))
        return { utf8: false, brokenAt: done, records: counter.records, mixedLineEnds: false, zeros, size: done };
      counter.take(whole);
      zeros ||= whole.includes(0);
      rest = chunk.length - whole.length;
      buffer.copyWithin(0, whole.length, chunk.length);
      done += bytesRead;
      options.progress?.(done);
    }
    counter.finish();
    return {
      utf8: rest === 0,
      brokenAt: rest === 0 ? null : done,
      records: counter.records,
      mixedLineEnds: counter.mixed,
      zeros,
      size: done,
    };
  } finally {
    await file.close();
  }
}
