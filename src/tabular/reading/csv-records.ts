import { type ParsedRecord, parseRecord, type RecordRules } from './record-parser.ts';
import { readText, type TextSource } from './text-decoding.ts';

/** The records of a text file by the forgiving reader. Memory is flat: one piece of the file and one record. */
export async function* csvRecords(
  source: TextSource,
  rules: RecordRules,
  skipText = 0,
): AsyncGenerator<ParsedRecord[]> {
  let text = '';
  let skip = skipText;
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
    yield drain(false);
  }
  yield drain(true);
}
