import { read, utils } from '@e965/xlsx';
import { unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { type FilledSheet, writeWorkbook } from './write-workbook.ts';

const SHEETS: readonly FilledSheet[] = [
  {
    name: 'Паспорти',
    headings: ['Номер', 'Опис', 'Мова'],
    widths: [20, 40, 12],
    rows: [
      ['001', '=1+1 <б> & "лапки"\nдругий рядок', 'українська'],
      ['', '', ''],
      ['003', '_x0041_ і \u0007', ''],
    ],
    choices: [{ column: 2, from: { sheet: 'Дозволені: значення', column: 0, count: 2 } }],
  },
  { name: 'Дозволені: значення', headings: ['Мова'], widths: [20], rows: [['українська'], ['англійська']] },
];

async function written(): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of writeWorkbook(SHEETS)) pieces.push(piece);
  return Buffer.concat(pieces);
}

it('another program reads the same cells; nothing is a formula', async () => {
  const book = read(await written(), { cellFormula: true });
  expect(book.SheetNames).toEqual(['Паспорти', 'Дозволені значення']);
  const sheet = book.Sheets.Паспорти ?? {};
  expect(utils.sheet_to_json(sheet, { header: 1, defval: '', blankrows: true })).toEqual([
    ['Номер', 'Опис', 'Мова'],
    ['001', '=1+1 <б> & "лапки"\nдругий рядок', 'українська'],
    ['', '', ''],
    ['003', '_x0041_ і \u0007', ''],
  ]);
  expect(Object.values(sheet).some((cell) => typeof cell === 'object' && cell !== null && 'f' in cell)).toBe(false);
});

it('cells are chosen from the other sheet, also below the filled ones', async () => {
  const xml = new TextDecoder().decode(unzipSync(await written())['xl/worksheets/sheet1.xml']);
  expect(xml).toContain(`sqref="C2:C2003"><formula1>'Дозволені значення'!$A$2:$A$3</formula1>`);
  expect(xml.indexOf('<autoFilter')).toBeLessThan(xml.indexOf('<dataValidations'));
});
