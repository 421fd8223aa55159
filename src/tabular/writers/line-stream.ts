import type { DuckSession } from '../../platform/duckdb/duckdb.ts';
import type { ColumnType } from '../column.ts';

/** One column of what is written: an SQL expression over the relation and the name it gets. */
export interface WrittenColumn {
  readonly sql: string;
  readonly name: string;
  readonly type: ColumnType;
}

/** Rows to be written, in the order the relation gives them. */
export interface WrittenRows {
  readonly columns: readonly WrittenColumn[];
  /** What follows FROM: a relation with its conditions and order. */
  readonly from: string;
}

/** A text format as DuckDB makes it: one line of text a row, so that JavaScript only passes bytes on. */
export interface LineFormat {
  readonly head: string;
  /** SQL of the line of one row, a VARCHAR that is never NULL. */
  readonly line: string;
  readonly between: string;
  readonly tail: string;
}

/** SQL: a typed value as text for exchange: ISO 8601 with T, a decimal point, no needless `.0`. */
export function exchangeText(sql: string, type: ColumnType): string {
  const text = `CAST(${sql} AS VARCHAR)`;
  if (type === 'datetime') return `replace(${text}, ' ', 'T')`;
  return type === 'decimal' ? `regexp_replace(${text}, '\\.0$', '')` : text;
}

/** The bytes of a text format, chunk by chunk; memory does not grow with the table. */
export async function* streamLines(session: DuckSession, from: string, format: LineFormat): AsyncIterable<Uint8Array> {
  const encoder = new TextEncoder();
  let piece = format.head;
  let first = true;
  for await (const chunk of session.chunks(`SELECT ${format.line} AS line FROM ${from}`)) {
    for (const [line] of chunk) {
      piece += first ? String(line) : `${format.between}${line}`;
      first = false;
    }
    yield encoder.encode(piece);
    piece = '';
  }
  yield encoder.encode(piece + format.tail);
}
