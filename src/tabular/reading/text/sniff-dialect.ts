import { formOf } from '../table-shape.ts';
import { parseRecords } from './record-parser.ts';

/** How the cells of a text file are set apart. */
export interface CellRules {
  readonly delimiter: string;
  readonly quote: string | null;
  readonly escape: string;
}

/** The usual ones first: with equal marks the earlier wins. */
const USUAL = [',', ';', '\t', '|'] as const;
const SELDOM = ['^', '~', '¦', '\u001f', '\u0001', ':', '#', '&'] as const;
const SAMPLE_ROWS = 500;

/** The beginning of a text. */
export interface TextSample {
  readonly text: string;
  /** It is all there is; otherwise its last record may be cut. */
  readonly whole: boolean;
}

interface Mark {
  readonly delimiter: string;
  readonly score: number;
}

function usualWidth(widths: readonly number[]): { width: number; share: number } {
  const counts = new Map<number, number>();
  for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1);
  let width = 1;
  let most = 0;
  for (const [candidate, count] of counts) {
    // Of two equally frequent widths the wider one is the table's; one cell alone is a title.
    if (count > most || (count === most && candidate > width)) {
      width = candidate;
      most = count;
    }
  }
  return { width, share: most / Math.max(1, widths.length) };
}

/** A cell cut in the wrong place begins with a space, ends inside a quotation or holds another delimiter. */
function neatness(rows: readonly (readonly string[])[], delimiter: string): number {
  let neat = 0;
  let count = 0;
  const others = USUAL.filter((other) => other !== delimiter && other !== ',');
  for (const row of rows) {
    for (const cell of row) {
      count += 1;
      const form = formOf(cell);
      if (form !== 'text') neat += 1;
      else if (/^\s\S/.test(cell)) neat += 0.3;
      else if (others.some((other) => cell.includes(other))) neat += 0.4;
      else if ((cell.split('"').length - 1) % 2 === 1) neat += 0.3;
      else neat += 0.9;
    }
  }
  return count === 0 ? 0 : neat / count;
}

function rate(sample: TextSample, delimiter: string, quote: string | null, escaping: string): number {
  const rows: (readonly string[])[] = [];
  for (const record of parseRecords(sample.text, { delimiter, quote, escape: escaping, width: null }, sample.whole)) {
    if (record.cells.length > 1 || record.cells[0]?.trim() !== '') rows.push(record.cells);
    if (rows.length >= SAMPLE_ROWS) break;
  }
  const { width, share } = usualWidth(rows.map((row) => row.length));
  const wide = rows.filter((row) => row.length > 1).length / Math.max(1, rows.length);
  if (width < 2) return wide > 0.3 ? wide * 0.1 : 0;
  return share * (1 - 1 / (width + 1)) * neatness(rows, delimiter);
}

/** Which quote the cells wear: the double one unless cells are clearly wrapped in apostrophes. */
function quoteOf(sample: string): string {
  const wrapped = (quote: string) =>
    // spaces are counted out and lines bound: a run of line ends must not be tried from each of its places
    sample.match(new RegExp(`(^|[,;\\t|]) {0,9}${quote}[^${quote}\\n]*${quote} {0,9}(?=[,;\\t|\\r\\n]|$)`, 'gm'))
      ?.length ?? 0;
  return wrapped("'") >= 3 && wrapped("'") > wrapped('"') * 3 ? "'" : '"';
}

/** Quotes inside quoted cells are doubled, unless the file clearly writes a backslash before them. */
function escapeOf(sample: string, quote: string): string {
  const slashed = sample.split(`\\${quote}`).length - 1;
  const closings = sample.split(new RegExp(`\\\\${quote} {0,9}[,;\\t|\\r\\n]`)).length - 1;
  const doubled = sample.match(new RegExp(`[^,;\\t|\\r\\n${quote}]${quote}${quote}[^${quote}]`, 'g'))?.length ?? 0;
  return slashed > 0 && slashed > closings && doubled === 0 ? '\\' : quote;
}

/** Excel's own first line `sep=;` names the delimiter. */
export function separatorLine(sample: string): { delimiter: string; length: number } | null {
  const found = /^"?sep=(.)"?\r?\n/i.exec(sample);
  return found ? { delimiter: found[1] ?? ',', length: found[0].length } : null;
}

/**
 * The delimiter and quote of a text by its first part.
 * @param sample whole lines from the beginning of the file
 * @param asked a person's choice of the delimiter, which wins
 */
export function sniffDialect(sample: TextSample, asked?: string): CellRules {
  const { text } = sample;
  const quote = quoteOf(text);
  const escaping = escapeOf(text, quote);
  const declared = asked ?? separatorLine(text)?.delimiter;
  if (declared !== undefined) return { delimiter: declared, quote, escape: escaping };
  const best = (candidates: readonly string[], floor: number): Mark | null =>
    candidates
      .filter((delimiter) => text.includes(delimiter))
      .map((delimiter) => ({ delimiter, score: rate(sample, delimiter, quote, escaping) }))
      .reduce<Mark | null>((top, mark) => (mark.score > floor && mark.score > (top?.score ?? 0) ? mark : top), null);
  const usual = best(USUAL, 0);
  const seldom = usual && usual.score > 0.25 ? null : best(SELDOM, 0.55);
  const chosen = seldom ?? usual;
  if (chosen) return { delimiter: chosen.delimiter, quote, escape: escaping };
  // One column: a delimiter that does not occur keeps every line whole.
  const absent = [...USUAL, '\u001f'].find((delimiter) => !text.includes(delimiter)) ?? '\u001f';
  return { delimiter: absent, quote, escape: escaping };
}
