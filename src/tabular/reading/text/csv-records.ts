import { LIMITS } from '../refusals.ts';
import { readText, type TextSource } from '../text-decoding.ts';
import { type ParsedRecord, parseRecord, type RecordRules } from './record-parser.ts';

/** A record goes on for longer than any line of a table does. */
export class EndlessRecord extends Error {}

/** Records read together, and what they were read of. */
export interface RecordBatch {
  readonly records: readonly ParsedRecord[];
  /** Places of the records are in this text. */
  readonly text: string;
  /** Where this text begins in the file, characters. */
  readonly base: number;
}

/** Which characters of the text are read. */
export interface TextSpan {
  readonly start: number;
  /** Records that begin here or later are not read; absent: to the end of the file. */
  readonly end?: number | undefined;
}

/**
 * The records of a text file by the forgiving reader. Memory is flat: one piece of the file and one record.
 * @throws EndlessRecord past LIMITS.lineLength
 */
export async function* csvRecords(source: TextSource, rules: RecordRules, span: TextSpan): AsyncGenerator<RecordBatch> {
  let text = '';
  let base = span.start;
  let skip = span.start;
  // A record cut at the end of a piece is tried again only when twice as much has come: long ones cost no more than short ones.
  let wait = 0;
  const isPast = (at: number) => span.end !== undefined && base + at >= span.end;
  const drain = (final: boolean): RecordBatch => {
    const records: ParsedRecord[] = [];
    const batch = { records, text, base };
    let at = 0;
    while (at < text.length && !isPast(at)) {
      const record = parseRecord(text, at, final, rules);
      if (record === null) break;
      records.push(record);
      at = record.next;
    }
    text = text.slice(at);
    base += at;
    return batch;
  };
  for await (const piece of readText(source)) {
    const cut = Math.min(skip, piece.length);
    skip -= cut;
    text += cut > 0 ? piece.slice(cut) : piece;
    if (text.length < wait) continue;
    const batch = drain(false);
    if (text.length > LIMITS.lineLength) throw new EndlessRecord();
    wait = text.length * 2;
    yield batch;
    if (isPast(0)) return;
  }
  yield drain(true);
}
