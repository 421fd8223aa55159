import { isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';
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
/** What stands before a byte that follows a closing quote. */
const INSIDE = 0;

/** Counts records byte by byte with the rules of a strict reader; knows nothing of cells. */
export class RecordCounter {
  records = 0;
  private lineFeeds = 0;
  private carriagePairs = 0;
  private loneCarriages = 0;
  private pendingBlank = 0;
  private blank = true;
  private inQuotes = false;
  private atCellStart = false;
  private previous = LF;
  private readonly delimiter: number;
  private readonly quote: number;

  constructor(delimiter: string, quote: string | null) {
    this.delimiter = delimiter.charCodeAt(0);
    this.quote = quote === null ? -1 : quote.charCodeAt(0);
  }

  /** True when records end in more than one way. */
  get mixed(): boolean {
    return [this.lineFeeds, this.carriagePairs, this.loneCarriages].filter((count) => count > 0).length > 1;
  }

  private endRecord(): void {
    if (this.blank) this.pendingBlank += 1;
    else {
      this.records += this.pendingBlank + 1;
      this.pendingBlank = 0;
    }
    this.blank = true;
    this.atCellStart = false;
  }

  /** Takes the next bytes. */
  take(chunk: Buffer): void {
    const plain = !this.inQuotes && this.previous !== CR && chunk.indexOf(CR) === -1;
    if (plain && (this.quote < 0 || chunk.indexOf(this.quote) === -1)) this.takeSimple(chunk);
    else this.takeBytes(chunk);
  }

  /** Without quotes and carriage returns only line feeds matter: the search for them runs at the speed of memory. */
  private takeSimple(chunk: Buffer): void {
    let from = 0;
    for (let at = chunk.indexOf(LF); at !== -1; at = chunk.indexOf(LF, from)) {
      if (at > from) this.blank = false;
      this.lineFeeds += 1;
      this.endRecord();
      from = at + 1;
    }
    if (from < chunk.length) {
      this.blank = false;
      this.atCellStart = false;
    }
    this.previous = chunk[chunk.length - 1] ?? this.previous;
  }

  private loneCarriage(): void {
    this.loneCarriages += 1;
    this.endRecord();
  }

  /** Most bytes are letters inside a cell: the loop keeps what they touch in local variables, or it would be five times slower. */
  private takeBytes(chunk: Buffer): void {
    const { quote, delimiter } = this;
    let previous = this.previous;
    for (let at = 0; at < chunk.length; at++) {
      if (this.inQuotes) {
        const closing = chunk.indexOf(quote, at);
        if (closing === -1) {
          previous = INSIDE;
          break;
        }
        at = closing;
        this.inQuotes = false;
        previous = INSIDE;
        continue;
      }
      const byte = chunk[at] as number;
      if (byte > CR && byte !== quote && byte !== delimiter && byte !== SPACE && previous > CR) {
        previous = byte;
        continue;
      }
      this.takeMark(byte, previous);
      previous = byte;
    }
    this.previous = previous;
  }

  private takeMark(byte: number, previous: number): void {
    if (previous === CR && byte !== LF) this.loneCarriage();
    if (byte === LF) {
      if (previous === CR) this.carriagePairs += 1;
      else this.lineFeeds += 1;
      this.endRecord();
    } else if (byte !== CR) {
      this.blank = false;
      // A cell begins after a delimiter or a line's end, spaces aside; a doubled quote closes and opens again.
      const atStart =
        previous === this.delimiter || previous === LF || previous === CR || (previous === SPACE && this.atCellStart);
      if (byte === this.quote && (atStart || previous === INSIDE)) this.inQuotes = true;
      this.atCellStart = byte === SPACE && atStart;
    }
  }

  /** Ends the file. */
  finish(): void {
    if (this.previous === CR && !this.inQuotes) this.loneCarriage();
    if (!this.blank || this.inQuotes) {
      this.blank = false;
      this.endRecord();
    }
  }
}

/** Walks the file once: is it UTF-8 to the last byte, and how many records does it hold. */
export async function surveyFile(path: string, options: SurveyOptions): Promise<Survey> {
  const counter = new RecordCounter(options.delimiter, options.quote);
  const stream = createReadStream(path, { highWaterMark: 1 << 20, signal: options.signal });
  let rest: Buffer = Buffer.alloc(0);
  let done = 0;
  let zeros = false;
  for await (const piece of stream) {
    const chunk = rest.length > 0 ? Buffer.concat([rest, piece as Buffer]) : (piece as Buffer);
    const whole = wholeCharacters(chunk);
    rest = Buffer.from(chunk.subarray(whole.length));
    if (!isUtf8(whole)) {
      stream.destroy();
      return { utf8: false, brokenAt: done, records: counter.records, mixedLineEnds: false, zeros, size: done };
    }
    counter.take(whole);
    zeros ||= whole.includes(0);
    done += (piece as Buffer).length;
    options.progress?.(done);
  }
  counter.finish();
  return {
    utf8: rest.length === 0,
    brokenAt: rest.length === 0 ? null : done,
    records: counter.records,
    mixedLineEnds: counter.mixed,
    zeros,
    size: done,
  };
}
