import type { ZipMember } from '../zip-directory.ts';
import { unpackMember } from './archive.ts';
import { columnOf, type Span } from './workbook.ts';
import { attribute } from './xml.ts';

/** What an XLSX sheet says of its cells after the last of them. */
export interface SheetMarks {
  /** Merged cells by the row they begin in. */
  readonly spans: ReadonlyMap<number, readonly Span[]>;
  /** Relations of links by row and column. */
  readonly links: ReadonlyMap<number, ReadonlyMap<number, string>>;
}

/** A sheet with more of them was made by a fault; the rest are left out. */
const MOST_MARKS = 200_000;
/** Characters after the cells that are looked through. */
const LONGEST_TAIL = 32 * 1024 * 1024;
const END = /<\/(?:\w+:)?sheetData>|<(?:\w+:)?sheetData\s*\/>/;

/** The sheet's XML after its cells. It is only unpacked, not parsed: that is several times quicker than reading the cells. */
async function tailOf(path: string, member: ZipMember): Promise<string> {
  let [before, tail, found] = ['', '', false];
  for await (const piece of unpackMember(path, member)) {
    if (found) tail += piece.toString('latin1');
    else {
      // what is looked for is ASCII: bytes as letters will do
      const text = before + piece.toString('latin1');
      const end = END.exec(text);
      if (end) [found, tail] = [true, text.slice(end.index + end[0].length)];
      else before = text.slice(-64);
    }
    if (tail.length > LONGEST_TAIL) break;
  }
  return tail;
}

/** `B2:C5` → its first row and what it spans; null where it is no block of cells. */
function spanOf(reference: string): { row: number; span: Span } | null {
  const [from = '', to = ''] = reference.replaceAll('$', '').split(':');
  const place = (cell: string) => ({ row: Number(/\d+$/.exec(cell)?.[0] ?? Number.NaN) - 1, column: columnOf(cell) });
  const [first, last] = [place(from), place(to)];
  const span = { column: first.column, rows: last.row - first.row + 1, columns: last.column - first.column + 1 };
  return first.row >= 0 && first.column >= 0 && span.rows > 0 && span.columns > 0 ? { row: first.row, span } : null;
}

/**
 * Merged cells and links of a sheet, which stand in the file after the rows they belong to.
 * @throws when the member is damaged
 */
export async function readSheetMarks(path: string, member: ZipMember): Promise<SheetMarks> {
  const tail = await tailOf(path, member);
  const spans = new Map<number, Span[]>();
  const links = new Map<number, Map<number, string>>();
  let count = 0;
  for (const [, name, attributes = ''] of tail.matchAll(/<(?:\w+:)?(mergeCell|hyperlink)(\s[^>]*)>/g)) {
    count += 1;
    if (count > MOST_MARKS) break;
    const reference = attribute(attributes, 'ref') ?? '';
    if (name === 'mergeCell') {
      const found = spanOf(reference);
      if (!found) continue;
      const ofRow = spans.get(found.row);
      if (ofRow) ofRow.push(found.span);
      else spans.set(found.row, [found.span]);
      continue;
    }
    const relation = /\s[\w.-]+:id\s*=\s*["']([^"']+)["']/.exec(attributes)?.[1];
    const row = Number(/\d+/.exec(reference)?.[0] ?? 0) - 1;
    if (relation === undefined || row < 0) continue;
    const ofRow = links.get(row) ?? new Map<number, string>();
    links.set(row, ofRow.set(columnOf(reference), relation));
  }
  return { spans, links };
}
