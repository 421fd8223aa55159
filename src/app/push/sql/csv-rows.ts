/** One value of a row as text; null is nothing, '' is an empty text. */
export type SqlCell = string | null;

/** Rows of a query as they come: first the names of the columns, then one row after another. */
export interface SqlRows {
  readonly columns: readonly string[];
  readonly rows: AsyncIterable<readonly SqlCell[]>;
}

/** A line of CSV (RFC 4180): an empty text is told from nothing by its quotes. */
export function sqlCsvLine(cells: readonly SqlCell[]): string {
  const line = cells.map((cell) => {
    if (cell === null) return '';
    return cell === '' || /[",\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
  });
  // a single column that holds nothing would be an empty line, which readers pass over
  return `${line.length === 1 && line[0] === '' ? '""' : line.join(',')}\r\n`;
}

/** `2026-11-29T10:00:00.120Z` and the like without needless noughts: a day stays a day. */
export function isoOf(text: string): string {
  return text
    .replace(/^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)/, '$1T$2')
    .replace(/(\d\d:\d\d:\d\d)\.0+(?=$|[+-Z])/, '$1')
    .replace(/(T.*[+-]\d\d)$/, '$1:00');
}
