import { formOf } from '../table-shape.ts';

/** Delimiters whose presence inside a cell shows that it was cut in the wrong places; a comma is a letter of sentences. */
const TELLING = [';', '\t', '|'] as const;

/** A cell cut in the wrong place begins with a space, ends inside a quotation or holds another delimiter: 0–1 over all cells. */
export function neatness(rows: readonly (readonly string[])[], delimiter: string): number {
  let neat = 0;
  let count = 0;
  const others = TELLING.filter((other) => !delimiter.includes(other));
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

/** Columns whose cells are mostly numbers, dates, times or codes. */
export function hasWrittenForms(rows: readonly (readonly string[])[]): number {
  const width = rows[0]?.length ?? 0;
  let columns = 0;
  for (let column = 0; column < width; column++) {
    const filled = rows.map((row) => formOf(row[column] ?? null)).filter((form) => form !== 'empty');
    const written = filled.filter((form) => form !== 'text').length;
    if (filled.length > 0 && written >= filled.length * 0.7) columns += 1;
  }
  return columns;
}
