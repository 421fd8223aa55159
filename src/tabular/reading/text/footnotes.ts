import { filled, formOf, isFilled } from '../cell-forms.ts';

type Cells = readonly (string | null)[];

/** A row at the end that may be a note under the table. */
export interface LastRow {
  readonly cells: Cells;
  /** A blank row stands before it, or before the notes it goes on with. */
  readonly afterBlank: boolean;
}

/** How notes begin: an asterisk or a raised number as in the table, or the words themselves. */
const MARKED =
  /^\s*(\(?\*+\)?|[†‡¹²³⁴⁵]|\(?\d{1,2}\)\s|\[\d{1,2}\]|прим(ітк|\.)|зауваж|джерел|за даними|складено|станом на|дані станом|виконав|підготув|відповідальн\S* (за|особа)|notes?\b|sources?\b|source:|remark)/iu;
/** A sentence alone in its row is longer than this. */
const SENTENCE = 40;

/** The text of a row that holds one cell alone, else null. */
export function loneText(cells: Cells): string | null {
  if (filled(cells) !== 1) return null;
  const text = cells.find(isFilled) ?? '';
  return formOf(text) === 'text' ? text.trim() : null;
}

function isNote({ cells, afterBlank }: LastRow, width: number): boolean {
  const text = loneText(cells);
  if (text === null || !/\p{L}/u.test(text)) return false;
  if (MARKED.test(text)) return true;
  const isPhrase = /\s/.test(text);
  if (afterBlank) return isPhrase && text.length >= 12;
  return isPhrase && width > 2 && text.length >= SENTENCE;
}

/**
 * How many of the last rows are notes under the table and no rows of it.
 * @param last the rows after the last one with several filled cells, in order
 * @param width columns of the table; in a table of one column nothing can be told
 */
export function notesAtEnd(last: readonly LastRow[], width: number): number {
  if (width < 2) return 0;
  let count = 0;
  while (count < last.length) {
    const row = last[last.length - 1 - count];
    if (!row || !isNote(row, width)) break;
    count += 1;
  }
  return count;
}
