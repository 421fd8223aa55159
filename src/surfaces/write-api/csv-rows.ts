import type { SentRow } from '../../capabilities/tables/index.ts';
import { RequestError } from '../../kernel/errors.ts';

/** Rows of a CSV with a heading (RFC 4180; comma or semicolon): cells by heading, an empty cell is no value. Throws `invalid` for what is none. */
export function csvRows(text: string): SentRow[] {
  const body = text.replace(/^\u{feff}/u, '');
  const firstLine = body.slice(0, body.search(/\r?\n|$/));
  const [heading, ...lines] = csvLines(body, firstLine.split(';').length > firstLine.split(',').length ? ';' : ',');
  if (!heading) throw badCsv(1);
  return lines.map((cells, i) => {
    if (cells.length !== heading.length) throw badCsv(i + 2);
    return Object.fromEntries(cells.map((cell, at) => [heading[at] ?? '', cell]));
  });
}

function csvLines(text: string, delimiter: string): string[][] {
  const lines: string[][] = [];
  let cells: string[] = [];
  const cell = new RegExp(`(?:"((?:[^"]|"")*)"|([^"${delimiter}\\r\\n]*))(${delimiter}|\\r?\\n|$)`, 'y');
  for (let at = 0; at < text.length; ) {
    cell.lastIndex = at;
    const found = cell.exec(text);
    if (!found) throw badCsv(lines.length + 1);
    at = cell.lastIndex;
    cells.push(found[1] === undefined ? (found[2] ?? '') : found[1].replaceAll('""', '"'));
    if (found[3] === delimiter) {
      if (at === text.length) cells.push('');
      else continue;
    }
    if (cells.length > 1 || cells[0] !== '') lines.push(cells);
    cells = [];
  }
  return lines;
}

function badCsv(line: number): RequestError {
  return new RequestError('invalid', 'bad-csv', {
    uk: `CSV зрозуміло не повністю: рядок ${line} має інше число стовпців, ніж заголовок, або незакриті лапки.`,
    en: `The CSV is not fully understood: line ${line} has another number of columns than the heading, or quotes that are not closed.`,
  });
}
