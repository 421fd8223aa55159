import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { utils, write } from '@e965/xlsx';
import type { MadeFile, Value } from './row.ts';

export type Grid = readonly (readonly Value[])[];

/** Windows-1251 of a text; what it has no letter for becomes a question mark. */
function windows1251(text: string): Buffer {
  const letters = new Map<string, number>();
  const decoder = new TextDecoder('windows-1251');
  for (let byte = 0; byte < 256; byte++) letters.set(decoder.decode(Uint8Array.of(byte)), byte);
  return Buffer.from([...text].map((letter) => letters.get(letter) ?? 63));
}

function csv(grid: Grid, delimiter: string): string {
  const cell = (value: Value) => {
    const text = value === null ? '' : String(value);
    return text.includes(delimiter) || /["\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return `${grid.map((row) => row.map(cell).join(delimiter)).join('\r\n')}\r\n`;
}

function json([titles = [], ...rows]: Grid): string {
  return JSON.stringify(rows.map((row) => Object.fromEntries(row.map((value, at) => [String(titles[at]), value]))));
}

/** Writes a file of the set as its format asks. */
export function writeMade(folder: string, made: MadeFile, grids: readonly Grid[]): void {
  const path = join(folder, made.name);
  mkdirSync(dirname(path), { recursive: true });
  const [grid = []] = grids;
  if (made.format === 'csv') {
    const text = csv(grid, made.delimiter ?? ',');
    writeFileSync(path, made.encoding ? windows1251(text) : text);
  } else if (made.format === 'json') writeFileSync(path, json(grid));
  else {
    const book = utils.book_new();
    for (const [at, sheet] of made.sheets.entries())
      utils.book_append_sheet(
        book,
        utils.aoa_to_sheet((grids[at] ?? []).map((row) => [...row])),
        sheet.name || 'Аркуш1',
      );
    writeFileSync(path, write(book, { type: 'buffer', bookType: made.format }) as Buffer);
  }
}
