import { formOf } from '../table-shape.ts';
import {
  extendedDelimiter,
  isSpaced,
  OTHERS,
  onlyInHeader,
  unusualDelimiters,
  wholeInHeader,
} from './delimiter-marks.ts';
import { escapeOf, quoteOf } from './quote-marks.ts';
import { parseRecords, type RecordRules } from './record-parser.ts';
import { hasWrittenForms, neatness } from './row-neatness.ts';

/** How the cells of a text file are set apart. */
export type CellRules = Omit<RecordRules, 'width'>;

/** The usual ones first: with equal marks the earlier wins. */
const USUAL = [',', ';', '\t', '|'] as const;
const SAMPLE_ROWS = 500;
/** A seldom delimiter must explain the file this well. */
const SELDOM_FLOOR = 0.55;
/** A usual delimiter with so much is not doubted. */
const USUAL_ENOUGH = 0.25;

/** The beginning of a text. */
export interface TextSample {
  readonly text: string;
  /** It is all there is; otherwise its last record may be cut. */
  readonly whole: boolean;
}

interface Mark {
  readonly rules: CellRules;
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

function rowsOf(sample: TextSample, rules: CellRules): (readonly string[])[] {
  const rows: (readonly string[])[] = [];
  for (const record of parseRecords(sample.text, { ...rules, width: null }, sample.whole)) {
    if (record.cells.length > 1 || record.cells[0]?.trim() !== '') rows.push(record.cells);
    if (rows.length >= SAMPLE_ROWS) break;
  }
  return rows;
}

/** How well rules explain a text: rows of one width, many columns, cells that look whole. */
function rate(sample: TextSample, rules: CellRules): number {
  const rows = rowsOf(sample, rules);
  const { width, share } = usualWidth(rows.map((row) => row.length));
  const wide = rows.filter((row) => row.length > 1).length / Math.max(1, rows.length);
  if (width < 2) return wide > 0.3 ? wide * 0.1 : 0;
  return share * (1 - 1 / (width + 1)) * neatness(rows, rules.delimiter);
}

/**
 * Spaces stand between words too: they set cells apart only where nearly every line has the same number of them, and columns of numbers, dates or
 * codes show that it is a table.
 */
function rateSpaces(sample: TextSample, rules: CellRules): number {
  const rows = rowsOf(sample, rules);
  const { width, share } = usualWidth(rows.map((row) => row.length));
  const [least, typed] = rules.spaces === 'run' ? [2, 1] : [3, 2];
  if (rows.length < 3 || width < least || share < 0.9) return 0;
  const even = rows.filter((row) => row.length === width);
  const whole = rows.every((row) => hasWrittenForms([[row.join(' ')]]) > 0);
  if (whole || hasWrittenForms(even) < typed) return 0;
  return share * (1 - 1 / (width + 1));
}

/** Excel's own first line `sep=;` names the delimiter. */
export function separatorLine(sample: string): { delimiter: string; length: number } | null {
  const found = /^"?sep=(.)"?\r?\n/i.exec(sample);
  return found ? { delimiter: found[1] ?? ',', length: found[0].length } : null;
}

/** The escape under which more rows keep the width. */
function withEscape(sample: TextSample, rules: CellRules): CellRules {
  const { quote } = rules;
  if (quote === null || (rules.escape === quote && !sample.text.includes(`\\${quote}`))) return rules;
  const evenness = (candidate: CellRules) => {
    const records = [...parseRecords(sample.text, { ...candidate, width: null }, sample.whole)].slice(0, SAMPLE_ROWS);
    const { width } = usualWidth(records.map(({ cells }) => cells.length));
    return records.filter(({ cells, broken }) => cells.length === width && !broken).length;
  };
  const other: CellRules = { ...rules, escape: rules.escape === quote ? '\\' : quote };
  return evenness(other) > evenness(rules) ? other : rules;
}

function sniffDelimiter(sample: TextSample, quote: string, escaping: string): CellRules {
  const { text } = sample;
  const plain = (delimiter: string): CellRules => ({ delimiter, quote, escape: escaping });
  const best = (marks: readonly Mark[], floor: number): Mark | null =>
    marks.reduce<Mark | null>((top, mark) => (mark.score > floor && mark.score > (top?.score ?? 0) ? mark : top), null);
  const rated = (delimiters: readonly string[]): Mark[] =>
    delimiters
      .filter((delimiter) => text.includes(delimiter))
      .map((delimiter) => ({ rules: plain(delimiter), score: rate(sample, plain(delimiter)) }));
  const usual = best(rated(USUAL), 0);
  const doubled = OTHERS.flatMap((mark) => wholeInHeader(text, mark, quote) ?? []);
  const repeated = best(rated(doubled.filter((mark) => isEven(sample, plain(mark)))), usual?.score ?? 0);
  if (repeated) return repeated.rules;
  if (isOneColumn(sample) && usual && !firstLine(text).includes(usual.rules.delimiter)) return plain(absentMark(text));
  if (usual && usual.score > USUAL_ENOUGH) return usual.rules;
  if (isOneColumn(sample)) return usual?.rules ?? plain(absentMark(text));
  const seldom = best(rated([...OTHERS, ...unusualDelimiters(text)]), SELDOM_FLOOR);
  if (seldom) return seldom.rules;
  const spaced = [{ ...plain('  '), spaces: 'run' } as const, plain(' ')].map((rules) => ({
    rules,
    score: rateSpaces(sample, rules),
  }));
  const spelled = [onlyInHeader(text, quote) ?? []].flat().map(plain);
  const found =
    best(spaced, SELDOM_FLOOR) ??
    best(
      spelled.filter((rules) => isSureTable(sample, rules)).map((rules) => ({ rules, score: 1 })),
      0,
    ) ??
    usual;
  if (found) return found.rules;
  return plain(absentMark(text));
}

/** Every row has as many cells as the first one, three at least, and a column is of numbers, dates or codes. */
function isSureTable(sample: TextSample, rules: CellRules): boolean {
  const rows = rowsOf(sample, rules);
  const width = rows[0]?.length ?? 0;
  return (
    width >= 3 && rows.length >= 3 && rows.every((row) => row.length === width) && hasWrittenForms(rows.slice(1)) > 0
  );
}

const firstLine = (text: string): string => /^[^\r\n]*/.exec(text)?.[0] ?? '';

/** A delimiter that does not occur keeps every line whole: the file has one column. */
const absentMark = (text: string): string =>
  [...USUAL, '\u001f'].find((delimiter) => !text.includes(delimiter)) ?? '\u001f';

/** Every line as it stands is a number, a date, a time or an address: «10:30» is not cut at its colon. */
function isOneColumn({ text }: TextSample): boolean {
  const lines = text
    .slice(0, 65_536)
    .split(/[\r\n]+/)
    .filter((line) => line.trim() !== '');
  return lines.length > 1 && lines.slice(1).every((line) => !['text', 'code'].includes(formOf(line)));
}

/** Nearly every row has as many cells as the first one: cells that hold the character once do not matter then. */
function isEven(sample: TextSample, rules: CellRules): boolean {
  const rows = rowsOf(sample, rules);
  const width = rows[0]?.length ?? 0;
  return width > 1 && rows.filter((row) => row.length === width).length >= rows.length * 0.9;
}

/** A delimiter of several characters, or one that a space belongs to, explains the file better than its part. */
function widened(sample: TextSample, rules: CellRules): CellRules {
  if (rules.delimiter.trim() === '' && rules.delimiter !== '\t') return rules;
  const repeated = wholeInHeader(sample.text, rules.delimiter, rules.quote);
  if (repeated !== null && isEven(sample, { ...rules, delimiter: repeated })) return { ...rules, delimiter: repeated };
  const longer = extendedDelimiter(sample.text, rules.delimiter, rules.quote);
  if (longer !== null) {
    const whole: CellRules = { ...rules, delimiter: longer };
    if (rate(sample, whole) >= rate(sample, rules) * 0.7) return whole;
  }
  return isSpaced(rowsOf(sample, { ...rules, quote: null })) ? { ...rules, spaces: 'one' } : rules;
}

/**
 * The delimiter, quote and escape of a text by its first part.
 * @param sample whole lines from the beginning of the file
 * @param asked a person's choice of the delimiter, which wins
 */
export function sniffDialect(sample: TextSample, asked?: string): CellRules {
  const quote = quoteOf(sample.text);
  const escaping = escapeOf(sample.text, quote);
  const declared = asked ?? separatorLine(sample.text)?.delimiter;
  if (declared !== undefined) return withEscape(sample, { delimiter: declared, quote, escape: escaping });
  return withEscape(sample, widened(sample, sniffDelimiter(sample, quote, escaping)));
}
