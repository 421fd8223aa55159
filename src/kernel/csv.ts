/** A cell of CSV (RFC 4180): in quotes where it holds a comma, a quote or a line break. */
export function csvCell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A line of CSV with its CRLF. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

/**
 * Rows of CSV with their cells: what stands in quotes stays together, a doubled quote is one. For texts of a known form, as ours are; a file that
 * somebody gives is read by `tabular/reading`.
 * @param sign what stands between cells, one character
 */
export function csvRows(text: string, sign = ','): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  const endCell = () => {
    rows.at(-1)?.push(cell.replace(/^"([\s\S]*)"$/, '$1').replaceAll('""', '"'));
    cell = '';
  };
  for (const character of text.replaceAll('\r\n', '\n')) {
    if (character === '"') quoted = !quoted;
    if (!quoted && character === '\n') {
      endCell();
      rows.push([]);
    } else if (!quoted && character === sign) endCell();
    else cell += character;
  }
  endCell();
  return rows;
}
