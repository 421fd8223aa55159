/** A file's text from its lines. */
export const lines = (...all: readonly string[]): string => `${all.join('\n')}\n`;

/** The cells of an example written as CSV with commas (RFC 4180), for showing it as a table. */
export function exampleCells(text: string): string[][] {
  const rows: string[][] = [[]];
  const cells = /("(?:[^"]|"")*"|[^,\n]*)(,|\r?\n|$)/gy;
  const written = text.replace(/\r?\n$/, '');
  for (;;) {
    const [, cell = '', end = ''] = cells.exec(written) ?? [];
    rows.at(-1)?.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell);
    if (end === '' || cells.lastIndex > written.length) return rows;
    if (end !== ',') rows.push([]);
  }
}
