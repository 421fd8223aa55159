import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lookForSigns } from './look-for-signs.ts';
import { testDuckDb, textTableOf } from './testing/text-table-of.ts';

let parts: Awaited<ReturnType<typeof testDuckDb>>;
beforeAll(async () => {
  parts = await testDuckDb();
});
afterAll(() => rm(parts.folder, { recursive: true, force: true }));

/** Numbers of invented people. */
function taxNumber(seed: number): string {
  const nine = String(15_000 + ((seed * 7_919) % 25_000)) + String(1_000 + ((seed * 613) % 9_000));
  const sum = [-1, 5, 7, 9, 4, 6, 10, 5, 7].reduce((all, weight, at) => all + weight * Number(nine[at]), 0);
  return `${nine}${(sum % 11) % 10}`;
}

const NOTES = ['у суботу', 'двічі на тиждень', 'за записом', 'з інвентарем', 'у малій залі'];
const STANDING = 60;
type Cells = (row: number) => string;

/** Signs of one new row in the last column, beside 60 rows that stand there. */
async function signs(header: string, standing: Cells | null, value: string, beside = 'Гурток'): Promise<string[]> {
  const headers = ['Номер', beside, 'Дітей', header];
  const row = (at: number, cell: string) => [String(at + 1), `Студія «${at}»`, String(10 + at), cell];
  const folder = join(parts.folder, 'looked');
  await mkdir(folder, { recursive: true });
  const table =
    standing === null
      ? null
      : await textTableOf(
          parts,
          headers,
          Array.from({ length: STANDING }, (_, at) => row(at, standing(at))),
        );
  const found = await lookForSigns(parts.duckdb, {
    headers,
    rows: [row(STANDING, value)],
    folder,
    most: 20,
    ...(table === null ? {} : { standing: { parquetPath: table.parquetPath, rows: STANDING } }),
  });
  expect(found.every(({ rows }) => rows.every((one) => one === 1))).toBe(true);
  return found.map(({ code, columnTitle }) => `${columnTitle}: ${code}`);
}

const notes: Cells = (at) => NOTES[at % NOTES.length] ?? '';

const ALONE: readonly (readonly [header: string, value: string, code: string])[] = [
  ['Примітка', taxNumber(3), 'tax-number'],
  ['Код', taxNumber(4), 'tax-number'],
  ['Учнів', taxNumber(8), 'tax-number'],
  ['Примітка', 'КН 123456', 'passport-book'],
  ['Примітка', 'FA123456', 'foreign-passport'],
  ['Примітка', '4149 4978 1234 5678', 'bank-card'],
  ['Примітка', 'Olena Kovalenko', 'person-name'],
  ['Назва', 'Olena Kovalenko', 'person-name'],
  ['Примітка', 'Коваленко Олена', 'person-name'],
  ['Примітка', 'вул. Шевченка, 5, кв. 12', 'home-address'],
  ['Примітка', '0671234567', 'phone'],
  ['Примітка', 'АС1234ВК', 'plate'],
  ['Примітка', 'WVWZZZ1KZ7W001234', 'vin'],
];

describe('rows that come one at a time', () => {
  it('show what names or reaches a person, alone and beside rows of something else', async () => {
    for (const [header, value, code] of ALONE) {
      const standing = header === 'Учнів' ? (at: number) => String(100 + at * 7) : notes;
      expect(await signs(header, standing, value), `${code} in ${header}, beside other cells`).toEqual([
        `${header}: ${code}`,
      ]);
    }
  });

  it('are judged by what the column holds: codes, sums and titles of that form are ordinary there', async () => {
    const ordinary: readonly (readonly [header: string, standing: Cells, value: string])[] = [
      ['Номер договору', (at) => String(2_530_400_000 + at * 13), taxNumber(5)],
      ['Код', (at) => String(3_000_000_000 + at * 137), taxNumber(6)],
      ['Сума', (at) => String(3_000_000_000 + at * 7_777_777), taxNumber(7)],
      ['Ліцензія', (at) => `АЕ ${123_456 + at}`, 'АВ 654321'],
      ['Примітка', (at) => `АВ ${200_000 + at}`, 'АВ 654321'],
      ['Примітка', notes, 'у неділю о десятій'],
      ['Код', (at) => String(100_000 + at), '100500'],
      ['Назва', (at) => `Сквер № ${at}`, 'вул. Тараса Шевченка'],
    ];
    for (const [header, standing, value] of ordinary) expect(await signs(header, standing, value), header).toEqual([]);
  });

  it('are not hidden behind a sign of the same sort in rows that stand there', async () => {
    const told: Cells = (at) => (at % 10 === 0 ? `наказ, РНОКПП ${taxNumber(at)} заявника` : notes(at));
    expect(await signs('Примітка', told, taxNumber(3))).toEqual(['Примітка: tax-number']);
  });

  it('tell with the rows of the column what one cell cannot: given names alone', async () => {
    const names = ['Олена', 'Ірина', 'Петро', 'Марія', 'Богдан'];
    expect(await signs('Відповідь', null, 'Оксана')).toEqual([]);
    const filled: Cells = (at) => names[at % names.length] ?? '';
    expect(await signs('Відповідь', filled, 'Оксана')).toEqual(['Відповідь: person-name']);
  });
});
