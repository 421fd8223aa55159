/** RFC 4180 letter by letter: slow and simple on purpose, the measure for the real readers. */
export function plainCsv(text: string, delimiter: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const mark = text[at] ?? '';
    if (quoted) {
      if (mark !== '"') cell += mark;
      else if (text[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else quoted = false;
    } else if (mark === '"' && cell === '') quoted = true;
    else if (mark === delimiter) {
      row.push(cell);
      cell = '';
    } else if (mark === '\n' || (mark === '\r' && text[at + 1] === '\n')) {
      if (mark === '\r') at += 1;
      rows.push([...row, cell]);
      row = [];
      cell = '';
    } else cell += mark;
  }
  if (cell !== '' || row.length > 0) rows.push([...row, cell]);
  while (rows.at(-1)?.join('') === '' && rows.at(-1)?.length === 1) rows.pop();
  return rows;
}
