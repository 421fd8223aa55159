import type { DuckSession } from '../../platform/duckdb/duckdb.ts';
import { valueText } from './value-text.ts';
import type { WrittenTable } from './written-table.ts';

/** Rows a sheet holds in every program for tables, the heading among them. */
export const SHEET_ROWS = 1_048_576;

/** A text of this many characters is the longest a cell of Excel holds. */
export const CELL_CHARACTERS = 32_767;

const PIECE = 64 * 1024;
const LOOKED_AT = 300;
const NARROWEST = 9;
const WIDEST = 60;

/** Digits a spreadsheet keeps of a number; longer whole numbers are written as text, so that none is lost. */
export const MOST_DIGITS = 15;

/** SQL, true for numbers a spreadsheet keeps exactly as it shows them. */
export function isSheetNumber(value: string): string {
  return `abs(${value}) < 1e${MOST_DIGITS}`;
}

/** Widths of the columns in characters: by their headings and the first rows. */
export async function columnWidths(session: DuckSession, table: WrittenTable): Promise<number[]> {
  const { columns, from, values } = table;
  if (columns.length === 0) return [];
  const first = `SELECT ${columns.map(({ value }, i) => `${value} AS w${i}`).join(', ')} FROM ${from} LIMIT ${LOOKED_AT}`;
  const longest = columns.map(({ type }, i) => `max(length(${valueText(`w${i}`, type)})) AS w${i}`);
  const [row] = await session.rows(`SELECT ${longest.join(', ')} FROM (${first})`, values);
  return columns.map(({ title }, i) => {
    const wanted = Math.max(Number(row?.[`w${i}`] ?? 0), Math.min(title.length, WIDEST / 2)) + 2;
    return Math.min(WIDEST, Math.max(NARROWEST, wanted));
  });
}

/** The rows of a table, taken sheet by sheet. */
export class SheetRows {
  readonly #rows: AsyncIterator<unknown[][]>;
  #chunk: unknown[][] = [];
  #next = 0;
  #ended = false;

  /** @param line SQL: the text of a row */
  constructor(session: DuckSession, table: WrittenTable, line: string) {
    this.#rows = session.chunks(`SELECT ${line} AS line FROM ${table.from}`, table.values)[Symbol.asyncIterator]();
  }

  /** True while there are rows left. */
  async more(): Promise<boolean> {
    while (!this.#ended && this.#next >= this.#chunk.length) {
      const { value, done } = await this.#rows.next();
      if (done === true) this.#ended = true;
      else {
        this.#chunk = value;
        this.#next = 0;
      }
    }
    return !this.#ended;
  }

  /** The lines of one sheet in pieces, at most `most` of them; `told` gets how many there were. */
  async *sheet(most: number, told: (rows: number) => void): AsyncGenerator<string> {
    let piece = '';
    let rows = 0;
    while (rows < most && (await this.more())) {
      const end = Math.min(this.#chunk.length, this.#next + most - rows);
      rows += end - this.#next;
      for (; this.#next < end; this.#next += 1) piece += this.#chunk[this.#next]?.[0];
      if (piece.length >= PIECE) {
        yield piece;
        piece = '';
      }
    }
    told(rows);
    if (piece !== '') yield piece;
  }

  async close(): Promise<void> {
    await this.#rows.return?.();
  }
}

/** Names of the sheets of one table: the title without signs sheets cannot bear, a number from the second on. */
export function sheetName(title: string, number: number): string {
  const end = number === 1 ? '' : ` ${number}`;
  const plain = title
    .replace(/[[\]:*?/\\'"\p{Cc}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 31 - end.length)
    .trim();
  return `${plain || 'Дані'}${end}`;
}

/** A column's letters: 0 is A, 26 is AA. */
export function columnLetters(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest === 0 ? '' : columnLetters(rest - 1)) + String.fromCharCode(65 + (index % 26));
}
