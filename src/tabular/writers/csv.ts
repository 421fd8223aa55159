import type { DuckSession } from '../../platform/duckdb/duckdb.ts';
import { sqlText } from '../scan/predicate.ts';
import { exchangeText, type LineFormat, streamLines, type WrittenColumn, type WrittenRows } from './line-stream.ts';

const NEEDS_QUOTES = '[",\\r\\n]|^\\s|\\s$';

/** RFC 4180: a cell in quotes where it holds a comma, a quote or a line break (or a space at an edge, which readers lose). */
function csvCell(text: string): string {
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function cellSql({ sql, type }: WrittenColumn): string {
  const text = exchangeText(sql, type);
  if (type !== 'text') return `coalesce(${text}, '')`;
  return `CASE WHEN ${sql} IS NULL THEN '' WHEN regexp_matches(${sql}, ${sqlText(NEEDS_QUOTES)}) THEN '"' || replace(${sql}, '"', '""') || '"' ELSE ${sql} END`;
}

/** How rows become lines of CSV. */
export function csvFormat(columns: readonly WrittenColumn[]): LineFormat {
  const cells = columns.map(cellSql);
  // a line with one empty cell would be an empty line, which readers skip
  const only =
    columns.length === 1
      ? `CASE WHEN ${cells[0]} = '' THEN '""' ELSE ${cells[0]} END`
      : `concat(${cells.join(", ',', ")})`;
  // the line break stands before each line, so that a table without rows ends with one too
  return {
    head: columns.map(({ name }) => csvCell(name)).join(','),
    line: `'\r\n' || ${only}`,
    between: '',
    tail: '\r\n',
  };
}

/** Rows as CSV: UTF-8, commas, CRLF, RFC 4180, names in the first line. */
export function writeCsv(session: DuckSession, { columns, from }: WrittenRows): AsyncIterable<Uint8Array> {
  return streamLines(session, from, csvFormat(columns));
}

/** The same into a file, faster than through JavaScript. */
export async function copyCsv(session: DuckSession, { columns, from }: WrittenRows, path: string): Promise<void> {
  const list = columns.map(({ sql, name, type }) => `${exchangeText(sql, type)} AS "${name.replaceAll('"', '""')}"`);
  await session.run(`COPY (SELECT ${list.join(', ')} FROM ${from}) TO ${sqlText(path)} (FORMAT csv, HEADER true)`);
}
