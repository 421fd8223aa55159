import { type BiffBook, BiffRows } from './biff8-rows.ts';
import { BiffText, RECORD, recordsFrom } from './biff8-texts.ts';
import { type CellStyle, styleOf } from './values.ts';
import type { Workbook } from './workbook.ts';

interface NamedSheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly start: number;
}

interface Outline extends BiffBook {
  readonly sheets: readonly NamedSheet[];
}

/** True for a stream of Excel 97–2003; older ones are written another way. */
export function isBiff8(stream: Buffer): boolean {
  return stream.length > 8 && stream.readUInt16LE(0) === RECORD.start && stream.readUInt16LE(4) === 0x0600;
}

/** True where the workbook is encrypted. */
export function isLocked(stream: Buffer): boolean {
  for (const { kind } of recordsFrom(stream, 0)) if (kind === RECORD.password) return true;
  return false;
}

/** Texts that cells name by number. */
function* textsOf(text: BiffText): Generator<string> {
  text.long();
  for (let left = text.long(); left > 0; left--) yield text.text();
}

/** What the workbook says of itself before its sheets ([MS-XLS] 2.1.7.20.3). */
function outlineOf(stream: Buffer): Outline {
  const sheets: NamedSheet[] = [];
  const formats = new Map<number, string>();
  const styleFormats: number[] = [];
  let [since1904, texts]: [boolean, string[]] = [false, []];
  for (const record of recordsFrom(stream, 0)) {
    const { kind, from } = record;
    const text = (skip: number) => new BiffText(stream, { ...record, from: from + skip });
    if (kind === RECORD.dateMode) since1904 = stream.readUInt16LE(from) === 1;
    else if (kind === RECORD.format) formats.set(stream.readUInt16LE(from), text(2).text());
    else if (kind === RECORD.style) styleFormats.push(stream.readUInt16LE(from + 2));
    else if (kind === RECORD.texts) texts = [...textsOf(text(0))];
    // sheets of charts and macros have no cells
    else if (kind === RECORD.sheet && stream.readUInt8(from + 5) === 0)
      sheets.push({
        name: text(6).shortText(),
        hidden: (stream.readUInt8(from + 4) & 3) !== 0,
        start: stream.readUInt32LE(from),
      });
  }
  const styles = styleFormats.map((format): CellStyle => styleOf(format, formats.get(format)));
  return { stream, sheets, styles, texts, since1904 };
}

/**
 * Opens the stream of a workbook of Excel 97–2003. Cells are handed over as they are read: only the stream and its texts are in memory.
 * @throws when the stream is damaged, or its rows do not stand in their order
 */
export function openBiff8(stream: Buffer, macros: boolean): Workbook {
  const outline = outlineOf(stream);
  return {
    macros,
    async eachSheet(visit) {
      for (const { name, hidden, start } of outline.sheets) {
        const visitor = visit({ name, hidden });
        if (visitor.passesOver) continue;
        const rows = new BiffRows(outline, start, (row) => visitor.take(row));
        visitor.end(rows.hiddenColumns);
      }
    },
    close: () => undefined,
  };
}
