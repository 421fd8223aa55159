import { LIMITS } from '../refusals.ts';
import { readText, type TextSource } from '../text-decoding.ts';
import { type ParsedRecord, parseRecord, type RecordRules } from './record-parser.ts';

/** A record goes on for longer than any line of a table does. */
export class EndlessRecord extends Error {}

/**
 * The records of a text file by the forgiving reader. Memory is flat: one piece of the file and one record.
 * @throws EndlessRecord past LIMITS.lineLength
 */
export async function* csvRecords(
  source: TextSource,
  rules: RecordRules,
  skipText = 0,
): AsyncGenerator<ParsedRecord[]> {
  let text = '';
  let skip = skipText;
  // A record cut at the end of a piece is tried again only when twice as much has come: long ones cost no more than short ones.
  let wait = 0;
  const drain = (final: boolean): ParsedRecord[] => {
    const records: ParsedRecord[] = [];
    let at = 0;
    while (at < text.length) {
      const record = parseRecord(text, at, final, rules);
      if (record === null) break;
      records.push(record);
      at = record.next;
    }
    text = text.slice(at);
    return records;
  };
  for await (const piece of readText(source)) {
    text += piece;
    if (skip > 0) {
      const cut = Math.min(skip, text.length);
      text = text.slice(cut);
      skip -= cut;
    }
    if (text.length < wait) continue;
    const records = drain(false);
    if (text.length > LIMITS.lineLength) throw new EndlessRecord();
    wait = text.length * 2;
    yield records;
  }
  yield drain(true);
}
