import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SCANNED } from '../checks/check-list.ts';
import type { ColumnKind } from '../column.ts';
import { cellsOf, testDuckDb, textTableOf } from '../testing/text-table-of.ts';
import type { TextTable } from '../text-table.ts';
import { predicateSet } from './guards.ts';
import { countNaively, differences } from './naive-count.ts';
import { planColumns } from './plan.ts';
import { scanColumns } from './scan-columns.ts';

const NASTY = [
  '31.02.2025',
  '29.02.2024',
  '1.2.24',
  '01/02/2024',
  '13/13/2024',
  '2024-02-30',
  '2024-1-5',
  '2024.12.31 р.',
  '15 січня 2024 р.',
  '31 лютого 2024',
  '«5» травня 2023 року',
  '2020-1-5 x',
  '1_000',
  '28.65',
  '1e5',
  '1.5E+10',
  '1,234',
  '1,234,567',
  '1.234,56',
  '1 234,5',
  '1 234',
  '1\u00a0234',
  '−5',
  '–5,2',
  '+7',
  '007',
  '0,5',
  '00',
  '0',
  '1',
  '01',
  '-',
  '+',
  '—',
  'н/д',
  'Н/Д',
  'NA',
  'na',
  'NaN',
  'inf',
  'так',
  'Нi',
  'тaк',
  'yes',
  'немає',
  '04054228',
  '4054228',
  '12345678',
  '00000000',
  '32855968',
  '32855961',
  'UA71020010000037786',
  'UА71020010000037786',
  '8036100000',
  '+380501234567',
  '(050) 123-45-67',
  '050 123 45 67',
  'a@b.ua',
  'https://x.ua/1',
  'www.x.ua',
  '24:00',
  '23:59',
  '9:05:60',
  '2024-05-06 10:11',
  '2024-05-06T10:11:12.5',
  '06.05.2024 9:10',
  '2024-13-01 10:00',
  '45000',
  '19999',
  '1999',
  '2100',
  'Київ',
  'Кyiv',
  'мiсто',
  'XІХ',
  'А4',
  'PDFфайл',
  ' Львів',
  'Львів ',
  'м.  Київ',
  'м.\u00a0Київ',
  'Ки\u200bїв',
  'K\u200bиїв',
  '\ufeffA',
  ' ',
  '\u00a0',
  '\u200b',
  '\n',
  'a\nb',
  '\t5',
  '5 ',
  '5\u0000',
  'Ð\u009fÑ\u0080',
  '????',
  '\ufffd',
  '#REF!',
  '=SUM(A1)',
  'Всього',
  'всього:',
  'Разом за 2024 рік',
  'Всьoго',
  "1'234",
  "1'234.5",
  '12.01.',
  '.5',
  '5.',
  '1.1.1',
  '192.168.1.1',
  '١٢٣',
  '1²',
  '',
  "О'Коннор",
  'ї',
  'i',
];

/** Values that checks of kinds look at, right and wrong. */
const OF_KINDS = [
  ...NASTY.filter((value) => value.length < 30),
  'ua71020010000037786',
  'UA71000010000037786',
  'UA80000000001078669',
  '520680203',
  '1759013776',
  '0000000000',
  '8411',
  '84,11',
  '84.11 Державне управління',
  '45230000–8',
  '452300008',
  '45230000-8',
  '8000000000-91-123-0001',
  '8000000000:91:123:0001',
  '224',
  '611010',
  'UA21 322313 0000026007233566001',
  'UA213223130000026007233566001',
  'UA213223130000026007233566002',
  '+38 (050) 123-45-67',
  '501234567',
  '2-34-56',
  '+38050123456',
  '1001',
  'ВС 5678 нт',
  'kp @misto,gov.ua',
  'mailto:kp@misto.gov.ua;',
  'kp@misto',
  'htpp://x.ua',
  'http//x.ua',
  'x.gov.ua/1',
  'нема сторінки',
  '1,23E+15',
  '1 500 грн',
  '700,50 грн.',
  '5 тис. грн',
  '1,2 млн',
  '45 %',
  '10–15',
  'п’ять',
  "п'ять",
  '-5',
  '2205-02-01',
  '01.02.0202',
  '2099-02-01',
  '01.02.2099',
  '15.03.24',
  '01.01.2024-31.12.2026',
  '9.30',
  '9 год 30 хв',
  'січень 2026',
  'ІІ кв. 2026',
  '1988 р.',
  'вулиця Волі',
  'вул.Франка, 5',
  'м.Ковель',
  'село Зміїнець',
  '0,0',
  '5.074',
  '25.32',
  '50.74',
  'N 49° 30\' 0"',
  '50.7472, 25.3254',
  '2014-02-01 00:00:00',
  '14 лют',
];

const cell = fc.oneof(
  fc.constantFrom(...NASTY),
  fc.constantFrom(...NASTY).map((value) => ` ${value}`),
  fc.tuple(fc.constantFrom(...NASTY), fc.constantFrom(...NASTY)).map(([a, b]) => `${a}${b}`),
  fc.integer({ min: -1e6, max: 1e9 }).map(String),
  fc.double({ noNaN: true, min: -1e6, max: 1e6 }).map(String),
  fc.string({ unit: fc.constantFrom(...'0123456789.,:/- abсіАB\u00a0\u200b'), maxLength: 12 }),
  fc.string({ unit: 'binary', maxLength: 6 }).map((text) => text.toWellFormed()),
  fc.constant(null),
);

let parts: Awaited<ReturnType<typeof testDuckDb>>;
beforeAll(async () => {
  parts = await testDuckDb();
});
afterAll(() => rm(parts.folder, { recursive: true, force: true }));

async function compare(table: TextTable, kinds?: ReadonlyMap<number, ColumnKind>, set = SCANNED): Promise<string[]> {
  const session = await parts.duckdb.session();
  try {
    const planned = await scanColumns({
      session,
      path: table.parquetPath,
      rows: table.rows,
      headers: table.headers,
      set,
      ...(kinds ? { kinds } : {}),
    });
    const naive = await countNaively(
      session,
      table.parquetPath,
      planned.map(({ asked }) => asked),
      set,
    );
    return differences(planned, naive);
  } finally {
    session.close();
  }
}

describe('the planned scan', () => {
  it('counts the same as asking every value, on nasty values', async () => {
    const column = fc.array(cell, { minLength: 1, maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(column, async (values) => {
        const headers = ['Дата', 'Код ЄДРПОУ'];
        const table = await textTableOf(
          parts,
          headers,
          values.map((value) => [value, value]),
        );
        expect(await compare(table)).toEqual([]);
      }),
      { numRuns: 20, examples: [[['31.02.2025\0', null, "\0'"]]] },
    );
  });

  it('asks columns of a kind what its checks ask, and counts the same', async () => {
    // untidy values are collected because these two look at them, whatever other guards find
    const untidy = ['spaces-around', 'look-alike-letters'];
    const ofKinds = predicateSet(
      SCANNED.all.filter(({ code, onlyKinds }) => onlyKinds !== undefined || untidy.includes(code)),
    );
    const bound = [...new Set(ofKinds.all.flatMap(({ onlyKinds = [] }) => onlyKinds))];
    const rows = Array.from({ length: 3_200 }, (_, at) => {
      const [a = '', b = ''] = [OF_KINDS[at % OF_KINDS.length], OF_KINDS[(at * 7 + 3) % OF_KINDS.length]];
      // many values of few shapes, and text
      const shaped = at % 401 === 7 ? a : String(10_000_000 + at * 337);
      return [shaped, at % 3 === 0 ? `${b}${at.toString(36)}` : b];
    });
    const columns = bound.flatMap((kind) => [kind, kind]);
    const table = await textTableOf(
      parts,
      columns.map(() => 'Дата рішення'),
      rows.map((row) => bound.flatMap(() => row)),
    );
    expect(await compare(table, new Map(columns.entries()), ofKinds)).toEqual([]);
    const few = await textTableOf(
      parts,
      columns.map(() => 'Дата рішення'),
      OF_KINDS.map((value) => columns.map(() => value)),
    );
    expect(few.rows * columns.length).toBeLessThan(20_000);
    expect(await compare(few, new Map(columns.entries()), ofKinds)).toEqual([]);
  });

  it('counts the same where columns are large: learnt shapes, exceptions outside the sample, text behind guards', async () => {
    const rows = Array.from({ length: 12_000 }, (_, at) => {
      const nasty = at % 997 === 500 ? (NASTY[at % NASTY.length] ?? null) : undefined;
      const day = `2024-${String((at % 12) + 1).padStart(2, '0')}-${String((at % 31) + 1).padStart(2, '0')} ${String(at % 24).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}:${String((at * 7) % 60).padStart(2, '0')}`;
      const row = [
        String(at * 7919),
        day,
        `вулиця ${'абвгґдеєжз'[at % 10]}${(at * 31).toString(36)} ${at % 13 === 0 ? ' буд.' : 'буд.'} ${at}`,
        `${at},${at % 100}`,
        String(10_000_000 + at * 337),
        `${at}@x.ua`,
      ];
      return nasty === undefined ? row : row.map(() => nasty);
    });
    const table = await textTableOf(parts, ['№', 'Дата', 'Адреса', 'Сума', 'Код ЄДРПОУ', 'Пошта'], rows);
    expect(await compare(table)).toEqual([]);
    expect((await cellsOf(parts.duckdb, table.parquetPath)).length).toBe(12_000);
  });

  it('counts the same where many different values are of few shapes, strange ones among them', async () => {
    const rows = Array.from({ length: 26_000 }, (_, at) => {
      const different = at % 5_600;
      const strange = different % 997 === 500 ? (NASTY[different % NASTY.length] ?? null) : undefined;
      const latitude = `${(different % 60) - 5}.${String(different * 19).padStart(5, '0')}`;
      const day = `${String((different % 32) + 1).padStart(2, '0')}.${String((different % 13) + 1).padStart(2, '0')}.${1_590 + (different % 600)}`;
      // a mark of byte order is a part of a value as any other character
      const mark = different % 50 === 7 ? '\ufeff' : '';
      return [strange ?? `${mark}${latitude}`, strange ?? `${mark}${day}`];
    });
    const table = await textTableOf(parts, ['Широта', 'Дата'], rows);
    expect(await compare(table)).toEqual([]);
  });

  it('does not take a column of a large table for one of few values because its beginning is empty', async () => {
    const session = await parts.duckdb.session();
    try {
      const path = join(parts.folder, 'large.parquet');
      const cells = `CASE WHEN i >= 160000 THEN 'справа ' || md5(CAST(i AS VARCHAR)) END AS c0, 'вулиця ' || (i % 20000) AS c1`;
      await session.run(
        `COPY (SELECT ${cells} FROM range(500000) t(i)) TO '${path}' (FORMAT parquet, ROW_GROUP_SIZE 61440)`,
      );
      const plans = await planColumns(session, path, 500_000, ['Справа', 'Вулиця']);
      expect(plans.map(({ way }) => way)).toEqual(['text', 'values']);
    } finally {
      session.close();
    }
  });

  it('tells cells of nothing but spaces from others that no predicate tells from them', async () => {
    const set = predicateSet(
      SCANNED.all.filter(({ code }) => code === 'spaces-around' || code === 'look-alike-letters'),
    );
    // so many shapes times rows that those which answer alike are counted together
    const letters = [...'абвгґдеєжзиіїйклмнопрстуфхцчшщьюя']
      .flatMap((letter) => [`${letter}-`, `${letter}/`])
      .slice(0, 58);
    const odd = ['   ', '\u00a0', null];
    const rows = Array.from({ length: 43_000 }, (_, at) => {
      const number = String(100_000 + at);
      return [at % 61 < 3 ? (odd[at % 61] ?? null) : at % 61 === 3 ? ` е ${number}` : `${letters[at % 58]}${number}`];
    });
    const table = await textTableOf(parts, ['Код'], rows);
    const session = await parts.duckdb.session();
    try {
      const { parquetPath: path, headers } = table;
      const [column] = await scanColumns({ session, path, rows: table.rows, headers, set });
      expect(column?.blanks).toBe(rows.filter(([value]) => !value?.trim()).length);
    } finally {
      session.close();
    }
  });

  it('counts the same where values are longer than a regex counts, or stand on several lines', async () => {
    const rows = Array.from({ length: 3_200 }, (_, at) => {
      const number = String(100_000 + at);
      const day = `\n0${(at % 9) + 1}.1${at % 4}.${1_000 + at}`;
      return [
        `${'1'.repeat(1_200)}${number}`,
        at % 10 === 3 ? '2'.repeat(1_300) : number,
        `№ ${number}\nвід${day}`,
        day,
      ];
    });
    const ofAll = predicateSet(SCANNED.all.filter(({ family }) => family !== 'personal'));
    const table = await textTableOf(parts, ['Ряд', 'Код', 'Запис', 'Дата'], rows);
    expect(await compare(table, undefined, ofAll)).toEqual([]);
  });
});
