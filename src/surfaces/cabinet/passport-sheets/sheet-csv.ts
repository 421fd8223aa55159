import { type FilledSheet, looksLikeFormula } from '../../../tabular/writers/index.ts';

/** A cell between semicolons; a text that would become a formula gets an apostrophe, which is taken off when the table is given back. */
function cellOf(text: string): string {
  const safe = looksLikeFormula(text) ? `'${text}` : text;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A sheet as CSV that a Ukrainian Excel opens by a double click: UTF-8 with a byte order mark, semicolons, CRLF. */
export function csvOfSheet({ headings, rows }: FilledSheet): string {
  return `\ufeff${[headings, ...rows].map((cells) => `${cells.map(cellOf).join(';')}\r\n`).join('')}`;
}
