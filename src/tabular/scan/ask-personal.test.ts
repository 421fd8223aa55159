import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SCANNED } from '../checks/check-list.ts';
import { testDuckDb, textTableOf } from '../testing/text-table-of.ts';
import type { TextTable } from '../text-table.ts';
import { type PredicateSet, predicateSet } from './guards.ts';
import { countNaively, differences } from './naive-count.ts';
import { scanColumns } from './scan-columns.ts';

/** Values that detectors of personal data look at, right and nearly right; all of them invented. */
const OF_PEOPLE = [
  '067-123-45-67, 0501234567',
  'тел. 2-34-56',
  '0 800 123 456',
  '+38\u00a0(050)\u00a0123-45-67',
  '\u202a+380501234567\u202c',
  '3184710691',
  '3184710690',
  ' 3184710691 ',
  '3184710691.0',
  'ФОП 3184710691',
  'РНОКПП 1234567890',
  'КН123456',
  'KH 123456',
  'FA123456',
  'паспорт КН № 123456',
  '001234567',
  'ID-картка 001234567',
  '19850615-12343',
  '19850615-12340',
  '12.05.1980',
  '2024-01-05 10:11:12',
  'народився 12.05.1980',
  '12.05.1980 р.н.',
  '35',
  'UA21 3223 1300 0002 6007 2335 6600 1',
  '4149 4391 1234 5678',
  '4149439112345671',
  'AC 1234 BK',
  '123-45 ВК',
  'WVWZZZ1KZ7W001234',
  '1.2.3.4',
  '2001:db8::1',
  'Коваль Ірина Петрівна',
  'Kоваль  Ірина',
  'вул. Лісова, 5, кв. 7',
  'має діабет',
  'простий текст',
  '١٢٣',
  '5\u0000',
  ' ',
  null,
];
const OF_PEOPLE_HEADERS = [
  'Телефон',
  'РНОКПП',
  'Паспорт',
  'УНЗР',
  'Дата народження',
  'Номерний знак',
  'VIN',
  'ПІБ',
  'Опис',
];

let parts: Awaited<ReturnType<typeof testDuckDb>>;
beforeAll(async () => {
  parts = await testDuckDb();
});
afterAll(() => rm(parts.folder, { recursive: true, force: true }));

async function compare({ parquetPath: path, rows, headers }: TextTable, set: PredicateSet): Promise<string[]> {
  const session = await parts.duckdb.session();
  try {
    const planned = await scanColumns({ session, path, rows, headers, set });
    const asked = planned.map((column) => column.asked);
    return differences(planned, await countNaively(session, path, asked, set));
  } finally {
    session.close();
  }
}

/** Names as lists have them, and nearly. */
const NAMES: readonly ((surname: string) => string)[] = [
  (surname) => `${surname} Ірина Петрівна`,
  (surname) => `${surname} Ірина Петрівна`,
  (surname) => `${surname} Олег Ігорович`,
  (surname) => `${surname} Ірина  Петрівна `,
  (surname) => `${surname.toUpperCase()} ІРИНА ПЕТРІВНА`,
  (surname) => `${surname} І. П.`,
  (surname) => `ФОП ${surname} Ірина`,
  (surname) => `Iрина ${surname}`,
  (surname) => `вул. Ірини ${surname}`,
  (surname) => surname,
];

describe('what detectors of personal data ask', () => {
  it('counts the same in a text that begins quietly and goes on with what detectors look for', async () => {
    const numbers = predicateSet(
      SCANNED.all.filter(
        ({ topic, code, onlyKinds }) =>
          (topic === 'numbers' && onlyKinds === undefined) || code === 'spaces-around' || code === 'look-alike-letters',
      ),
    );
    const cells = Array.from({ length: 6_400 }, (_, row) => {
      const word = `слово ${'абвгґдеєжз'[row % 10]}${row.toString(36)}`;
      return [row < 1_200 ? word : `${OF_PEOPLE[row % OF_PEOPLE.length]} ${word}`];
    });
    expect(await compare(await textTableOf(parts, ['Опис'], cells), numbers)).toEqual([]);
  });

  it('counts the same in a column full of names, whatever else stands there', async () => {
    const names = predicateSet(
      SCANNED.all.filter(
        ({ topic, code }) => topic === 'names' || code === 'spaces-around' || code === 'look-alike-letters',
      ),
    );
    const letters = [...'бвгдкл'];
    const surname = (row: number) =>
      `К${letters[row % 6]}а${letters[Math.floor(row / 6) % 6]}и${letters[Math.floor(row / 36) % 6]}о${letters[Math.floor(row / 216) % 6]}енко`;
    const cells = Array.from({ length: 3_100 }, (_, row) => {
      const name = NAMES[(row * 7 + Math.floor(row / 60)) % NAMES.length]?.(surname(row)) ?? null;
      return [row % 97 === 5 ? (OF_PEOPLE[row % OF_PEOPLE.length] ?? null) : name];
    });
    expect(await compare(await textTableOf(parts, ['ПІБ'], cells), names)).toEqual([]);
  });

  it('asks what detectors ask the same way: of few values, of shapes with exceptions, and of texts', async () => {
    const untidy = ['spaces-around', 'look-alike-letters'];
    const personal = predicateSet(
      SCANNED.all.filter(({ code, family }) => family === 'personal' || untidy.includes(code)),
    );
    const someone = (at: number) => OF_PEOPLE[at % OF_PEOPLE.length] ?? null;
    const number = (row: number, at: number) =>
      at % 2 === 0 ? String(1_000_000_000 + row * 104_729 + at) : `0${501_234_567 + row * 13}`;
    const word = (row: number) => `слово ${'абвгґдеєжз'[row % 10]}${row.toString(36)} ще ${(row * 31).toString(36)}`;
    const tables: [number, (row: number, at: number) => string | null][] = [
      [90, (row, at) => someone(row * 7 + at)],
      [3_200, (row, at) => (row % 211 === 3 ? someone(row + at) : number(row, at))],
      [
        3_200,
        (row, at) => (row % 5 === 1 ? `${someone(row + at)} ${row}` : word(row) + (at % 2 ? '' : ` ${someone(row)}`)),
      ],
    ];
    // asking every value of dictionaries of names is slow: shapes of numbers have no names
    const numbers = predicateSet(personal.all.filter(({ topic }) => topic !== 'names'));
    for (const [at, [rows, cell]] of tables.entries()) {
      const headers = at === 0 ? OF_PEOPLE_HEADERS : ['Телефон', 'ПІБ'];
      const cells = Array.from({ length: rows }, (_, row) => headers.map((_header, column) => cell(row, column)));
      expect(await compare(await textTableOf(parts, headers, cells), at === 1 ? numbers : personal)).toEqual([]);
    }
  });
});
