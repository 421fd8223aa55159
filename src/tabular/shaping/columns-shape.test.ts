import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cellsOf, testDuckDb, textTableOf } from '../testing/text-table-of.ts';
import { shapeStep } from './shape-list.ts';
import { shapeTable } from './shape-table.ts';

let parts: Awaited<ReturnType<typeof testDuckDb>>;
beforeAll(async () => {
  parts = await testDuckDb();
});
afterAll(() => rm(parts.folder, { recursive: true, force: true }));

let made = 0;
type Cells = readonly (readonly (string | null)[])[];
type Case = [
  what: string,
  code: string,
  parameters: Record<string, unknown>,
  before: Cells,
  after: Cells,
  count: number,
];

const CASES: Case[] = [
  [
    'metres of the state system',
    'shape-metres-to-degrees',
    {
      ...{ easting: 'Y', northing: 'X', meridian: 21, falseEasting: 4_500_000 },
      ...{ latitude: 'Широта', longitude: 'Довгота' },
    },
    [
      ['X', 'Y'],
      // computed apart by the register's parameters from 49.35, 23.5
      ['5471686,764', '4 681 758.2701'],
      ['немає', null],
    ],
    [
      ['X', 'Y', 'Широта', 'Довгота'],
      ['5471686,764', '4 681 758.2701', '49.35', '23.5'],
      ['немає', null, null, null],
    ],
    1,
  ],
  [
    'notes below the last record, and no title of a section',
    'shape-note-rows',
    {},
    [
      ['А', 'Б', 'В'],
      ['Розділ', null, null],
      ['1', '2', '3'],
      ['* без урахування філій', null, null],
      [null, 'Виконавець Іваненко', null],
    ],
    [
      ['А', 'Б', 'В'],
      ['Розділ', null, null],
      ['1', '2', '3'],
    ],
    2,
  ],
  [
    'merged cells',
    'shape-fill-down',
    { columns: ['Район', 'Вулиця'] },
    [
      ['Район', 'Вулиця', 'Дім'],
      ['Центр', 'Миру', '1'],
      [null, null, '2'],
      [null, 'Лісова', '3'],
      ['Захід', ' ', '4'],
    ],
    [
      ['Район', 'Вулиця', 'Дім'],
      ['Центр', 'Миру', '1'],
      ['Центр', 'Миру', '2'],
      ['Центр', 'Лісова', '3'],
      ['Захід', 'Лісова', '4'],
    ],
    4,
  ],
  [
    'two things in a cell, by a separator; nothing is lost',
    'shape-split',
    { column: 'Місце', separator: ';', into: ['Село', 'Дім'] },
    [
      ['Місце', 'Дім'],
      ['Гаї; Миру, 5', 'А'],
      ['Гаї', 'Б'],
      ['Гаї; Миру; 7', 'В'],
    ],
    [
      ['Село', 'Дім 2', 'Дім'],
      ['Гаї', 'Миру, 5', 'А'],
      ['Гаї', null, 'Б'],
      ['Гаї', 'Миру; 7', 'В'],
    ],
    2,
  ],
  [
    'two things in a cell, by a pattern; what does not fit stands whole',
    'shape-split',
    { column: 'Рішення', pattern: '(\\d{2}\\.\\d{2}\\.\\d{4}) № ?(.+)', into: ['Дата', 'Номер'] },
    [['Рішення'], ['01.02.2024 № 5-р'], ['без рішення'], [null]],
    [
      ['Дата', 'Номер'],
      ['01.02.2024', '5-р'],
      ['без рішення', null],
      [null, null],
    ],
    1,
  ],
  [
    'parts of one thing',
    'shape-join',
    { columns: ['Вулиця', 'Дім'], title: 'Адреса', separator: ', ' },
    [
      ['№', 'Дім', 'Вулиця'],
      ['1', '5', 'Миру'],
      ['2', null, 'Лісова'],
      ['3', null, null],
    ],
    [
      ['№', 'Адреса'],
      ['1', 'Миру, 5'],
      ['2', 'Лісова'],
      ['3', null],
    ],
    2,
  ],
  [
    'a number for every row',
    'shape-number',
    { title: 'Номер запису' },
    [['Назва'], ['а'], ['б']],
    [
      ['Номер запису', 'Назва'],
      ['1', 'а'],
      ['2', 'б'],
    ],
    1,
  ],
  [
    'months in columns',
    'shape-unpivot',
    { columns: 'months', nameInto: 'Місяць', valueInto: 'Сума' },
    [
      ['Заклад', 'Січень', ' лютий ', 'Разом'],
      ['Школа', '1', '2', '3'],
      ['Музей', '4', null, '4'],
    ],
    [
      ['Заклад', 'Разом', 'Місяць', 'Сума'],
      ['Школа', '3', 'Січень', '1'],
      ['Школа', '3', 'лютий', '2'],
      ['Музей', '4', 'Січень', '4'],
      ['Музей', '4', 'лютий', null],
    ],
    2,
  ],
];

describe('shape steps of rows and columns', () => {
  it.each(CASES)('%s', async (_, code, parameters, [headers = [], ...rows], after, count) => {
    made += 1;
    const table = await textTableOf(
      parts,
      headers.map((header) => header ?? ''),
      rows,
    );
    const outPath = join(parts.folder, `shaped-${made}.parquet`);
    const outcome = await shapeTable(parts.duckdb, table, [{ code, columnTitle: null, parameters }], { outPath });
    expect([outcome.table.headers, ...(await cellsOf(parts.duckdb, outcome.table.parquetPath))]).toEqual(after);
    expect(outcome.steps.map((one) => one.count)).toEqual([count]);
    const words = shapeStep(code)?.describe(parameters);
    expect(words?.uk).toMatch(/^[а-яіїєґ]/);
    expect(words?.en).not.toMatch(/^[^«“]*[а-яіїєґ]/iu);
  });

  it('take no regex that DuckDB would stumble over', () => {
    const split = { column: 'А', into: ['Б', 'В'] };
    for (const pattern of ['(', '(?=a)(b)', '(a)\\1', '(?<!x)(y)'])
      expect(shapeStep('shape-split')?.faultOf({ ...split, pattern })).toBeTruthy();
    expect(shapeStep('shape-split')?.faultOf({ ...split, separator: ';', pattern: 'a' })).toBeTruthy();
    expect(shapeStep('shape-split')?.faultOf(split)).toBeTruthy();
  });
});
