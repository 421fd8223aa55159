import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RecipeStep } from '../inspection.ts';
import { cellsOf, testDuckDb, textTableOf } from '../testing/text-table-of.ts';
import { digestOf, digestSql, giveKey } from './keyed-digest.ts';
import { protectRows } from './protect-rows.ts';
import { protectTable } from './protect-table.ts';

let parts: Awaited<ReturnType<typeof testDuckDb>>;
beforeAll(async () => {
  parts = await testDuckDb();
});
afterAll(() => rm(parts.folder, { recursive: true, force: true }));

const KEY = 'a key of one dataset, long enough to be one';
let made = 0;
type Cells = readonly (readonly (string | null)[])[];

/** The table after the steps, as text cells, with what was told. */
async function protect(headers: readonly string[], rows: Cells, steps: readonly RecipeStep[], key = KEY) {
  made += 1;
  const table = await textTableOf(parts, headers, rows);
  const outPath = join(parts.folder, `protected-${made}.parquet`);
  const outcome = await protectTable(parts.duckdb, table, { steps, key }, { outPath });
  const cells = await cellsOf(parts.duckdb, outcome.table.parquetPath);
  expect(outcome.table.rows).toBe(cells.length);
  return { cells, counts: outcome.steps.map(({ count }) => count), ...outcome };
}

/** One column after one step. */
async function column(values: readonly (string | null)[], code: string, parameters: Record<string, unknown>) {
  const { cells } = await protect(
    ['А'],
    values.map((value) => [value]),
    [{ code, columnTitle: 'А', parameters }],
  );
  return cells.map(([cell]) => cell);
}

describe('protection of a table', () => {
  it('removes every column of a title, counts cells, and tells what the table does not have', async () => {
    const steps = [
      { code: 'protect-remove', columnTitle: ' телефон', parameters: {} },
      { code: 'protect-remove', columnTitle: 'Пошта', parameters: {} },
    ];
    const done = await protect(
      ['№', 'Телефон', 'Телефон'],
      [
        ['1', '+380441112233', null],
        ['2', null, '7'],
      ],
      steps,
    );
    expect(done.cells).toEqual([
      ['1', null, null],
      ['2', null, null],
    ]);
    expect(done.removedColumns).toEqual([1, 2]);
    expect(done.counts).toEqual([2]);
    expect(done.missed).toEqual([steps[1]]);
  });

  it('masks whole values, and keeps ends only where more is hidden than shown', async () => {
    expect(await column(['Олена', null], 'protect-mask', { way: 'whole' })).toEqual(['приховано', null]);
    expect(await column(['+380671112233', '12', null], 'protect-mask', { way: 'ends', first: 4, last: 2 })).toEqual([
      '+380***33',
      '***',
      null,
    ]);
  });

  it('inside a text hides only what is found there', async () => {
    expect(await column(['Писати на olena.k@example.org, кабінет 5'], 'protect-mask', { way: 'found' })).toEqual([
      'Писати на [пошта], кабінет 5',
    ]);
  });

  it('leaves of a date what is asked, and nothing of what it cannot read', async () => {
    const dates = ['1985-03-15', '15.03.1985', '1990', 'березень 2003 р.', '45000', '15.03.85', 'не знаю', null];
    const none = [null, null, null, null];
    expect(await column(dates, 'protect-generalise-date', { to: 'year' })).toEqual([
      '1985',
      '1985',
      '1990',
      '2003',
      ...none,
    ]);
    expect(await column(dates, 'protect-generalise-date', { to: 'five-years' })).toEqual([
      '1985–1989',
      '1985–1989',
      '1990–1994',
      '2000–2004',
      ...none,
    ]);
    expect(await column(dates, 'protect-generalise-date', { to: 'decade' })).toEqual([
      '1980–1989',
      '1980–1989',
      '1990–1999',
      '2000–2009',
      ...none,
    ]);
    expect(await column(dates, 'protect-generalise-date', { to: 'age-group', inYear: 2020 })).toEqual([
      '35–59',
      '35–59',
      '18–34',
      '14–17',
      ...none,
    ]);
  });

  it('leaves of an address only what is surely that', async () => {
    const addresses = [
      '82100, Львівська обл., Дрогобицька міська територіальна громада, м. Дрогобич, вул. Героїв Небесної Сотні, 12, кв. 5',
      'с. Лішня, вулиця 8 Березня, буд. 7а',
      'Дрогобич, вул. І. Франка 3/4',
      'Шевченка, 15',
      'Івана Мазепи вул., буд. 2',
      'Стебницька ТГ, село Доброгостів, 40',
      'де живе мати',
      null,
    ];
    const to = (place: string) => column(addresses, 'protect-generalise-address', { to: place });
    expect(await to('street')).toEqual([
      'м. Дрогобич, вул. Героїв Небесної Сотні',
      'с. Лішня, вулиця 8 Березня',
      'вул. І. Франка',
      'Шевченка',
      'Івана Мазепи вул',
      'село Доброгостів, Доброгостів',
      null,
      null,
    ]);
    expect(await to('settlement')).toEqual([
      'м. Дрогобич',
      'с. Лішня',
      'Дрогобич',
      null,
      null,
      'село Доброгостів',
      null,
      null,
    ]);
    expect(await to('community')).toEqual([
      'Дрогобицька міська територіальна громада',
      null,
      null,
      null,
      null,
      'Стебницька ТГ',
      null,
      null,
    ]);
  });

  it('takes the house and the flat away with the address, and tells one that is not there', async () => {
    const step = {
      code: 'protect-generalise-address',
      columnTitle: 'Вулиця',
      parameters: { to: 'street', removed: ['Будинок', 'Квартира'] },
    };
    const done = await protect(['Вулиця', 'Будинок'], [['вул. Тиха', '5']], [step]);
    expect(done.cells).toEqual([['вул. Тиха', null]]);
    expect(done.removedColumns).toEqual([1]);
    expect(done.missed).toEqual([step]);
  });

  it('puts places into the cells of a grid, wherever they are written', async () => {
    const metres = 1000;
    const two = { code: 'protect-grid', columnTitle: 'Широта', parameters: { metres, longitude: 'Довгота' } };
    const rows = [
      ['49.34911', '23.50522'],
      ['49,34921', '23,50532'],
      ['49.35711', '23.50522'],
      ['?', '23.5'],
      [null, '23.50522'],
    ];
    const { cells } = await protect(['Широта', 'Довгота'], rows, [two]);
    expect(cells[0]).toEqual(cells[1]);
    expect(cells[2]).not.toEqual(cells[0]);
    expect(cells.slice(3)).toEqual([
      [null, null],
      [null, null],
    ]);
    const [latitude = '', longitude = ''] = cells[0]?.map(String) ?? [];
    expect(Math.abs(Number(latitude) - 49.34911)).toBeLessThan(0.0046);
    expect(Math.abs(Number(longitude) - 23.50522)).toBeLessThan(0.0072);
    const written = [
      '49.34911, 23.50522',
      '23.50522 49.34911',
      '{"type":"Point","coordinates":[23.50522,49.34911]}',
      'біля школи',
    ];
    expect(await column(written, 'protect-grid', { metres })).toEqual([
      `${latitude}, ${longitude}`,
      `${longitude}, ${latitude}`,
      `{"type":"Point","coordinates":[${longitude},${latitude}]}`,
      null,
    ]);
  });

  it('empties a latitude whose longitude did not come', async () => {
    const step = { code: 'protect-grid', columnTitle: 'Широта', parameters: { longitude: 'Довгота' } };
    const done = await protect(['Широта'], [['49.1']], [step]);
    expect([done.cells, done.missed]).toEqual([[[null]], [step]]);
  });

  it('makes ranges of numbers, a bound in the range above it', async () => {
    const numbers = ['999,99', '1 000', '5000', '-3', 'багато', '1_000', null];
    expect(await column(numbers, 'protect-ranges', { bounds: [5000, 1000] })).toEqual([
      'менше 1000',
      'від 1000 до 5000',
      '5000 і більше',
      'менше 1000',
      null,
      null,
      null,
    ]);
  });

  it('gives equal values equal pseudonyms, by the key of the dataset, that nothing takes for a number', async () => {
    const step = { code: 'protect-pseudonym', columnTitle: 'Хто', parameters: {} };
    const rows = [['Ґалаґан Зиновія'], [' ґалаґан  зиновія '], ['Інша Людина'], ['  '], [null]];
    const { cells } = await protect(['Хто'], rows, [step]);
    const [one, again, another, ...none] = cells.map(([cell]) => cell);
    expect(one).toMatch(/^[bcdfghjkmnpqrstv]{16}$/);
    expect(again).toBe(one);
    expect(another).not.toBe(one);
    expect(none).toEqual([null, null]);
    const elsewhere = await protect(['Хто'], rows, [step], 'the key of another dataset');
    expect(elsewhere.cells[0]?.[0]).not.toBe(one);
    await expect(protectRows(parts.duckdb, { headers: ['Хто'], rows }, { steps: [step], key: null })).rejects.toThrow(
      'protect-pseudonym has no key',
    );
  });

  it('is the same digest in and out of the database, another for rows than for pseudonyms', async () => {
    const value = fc.string({ unit: fc.constantFrom(...'абвїґ’Є ABz\t\n\u00a0é0-e\u0301'), maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(fc.array(value, { minLength: 1, maxLength: 30 }), async (values) => {
        const rows = values.map((one) => [one]);
        const { cells } = await protect(['А'], rows, [{ code: 'protect-pseudonym', columnTitle: 'А', parameters: {} }]);
        expect(cells.map(([cell]) => cell)).toEqual(values.map((one) => digestOf(KEY, one, 'pseudonym')));
      }),
      { numRuns: 8, seed: 5 },
    );
    expect(digestOf(KEY, 'А', 'row')).not.toBe(digestOf(KEY, 'А', 'pseudonym'));
    expect(digestOf(KEY, 'Мар’яна', 'row')).toBe(digestOf(KEY, "Map'янa", 'row'));
  });

  it('leaves out the rows of withdrawn consents before their key becomes a pseudonym', async () => {
    const digests = ['12', 'нема такого'].map((one) => digestOf(KEY, one, 'row'));
    const steps = [
      { code: 'protect-pseudonym', columnTitle: 'Номер', parameters: {} },
      { code: 'protect-omit-rows', columnTitle: 'Номер', parameters: { digests } },
    ];
    const done = await protect(['Номер'], [['11'], [' 12'], [null], ['13']], steps);
    expect(done.cells).toEqual(['11', null, '13'].map((one) => [one && digestOf(KEY, one, 'pseudonym')]));
    expect(done.steps.map(({ code, count }) => [code, count])).toEqual([
      ['protect-omit-rows', 1],
      ['protect-pseudonym', 2],
    ]);
  });

  it('says nothing of the key where a statement fails', async () => {
    const session = await parts.duckdb.session();
    try {
      await giveKey(session, KEY);
      const told = await session.rows(`SELECT (${digestSql("'а'", 'row')})::INTEGER AS x`).then(
        () => '',
        (error: Error) => error.message,
      );
      const { inner } = (await session.rows("SELECT getvariable('protection_inner') AS inner"))[0] ?? {};
      expect(told).not.toBe('');
      expect(told).not.toContain(KEY);
      expect(told).not.toContain(String(inner));
    } finally {
      session.close();
    }
  });

  it('stops at a step that cannot be read', async () => {
    await expect(
      protect(['А'], [['1']], [{ code: 'protect-generalise-date', columnTitle: 'А', parameters: { to: 'day' } }]),
    ).rejects.toThrow('a protection cannot be read');
    await expect(protect(['А'], [['1']], [{ code: 'protect-nothing', columnTitle: 'А' }])).rejects.toThrow(
      'there is no protection',
    );
  });

  it('does to rows written one by one what it does to a file', async () => {
    const headers = ['Дата', 'Прізвище'];
    const steps = [
      { code: 'protect-generalise-date', columnTitle: 'Дата', parameters: { to: 'year' } },
      { code: 'protect-mask', columnTitle: 'Прізвище', parameters: { way: 'ends', first: 1, last: 0 } },
    ];
    const cell = fc.oneof(fc.constantFrom('1985-03-15', 'О', 'Ґедзь', '', ' ', null), fc.string({ maxLength: 12 }));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 20 }), async (given) => {
        const rows = given.map((row) => row.map((one) => (one === null || one.includes('\0') ? null : one)));
        const { cells } = await protect(headers, rows, steps);
        const alone = await protectRows(parts.duckdb, { headers, rows }, { steps, key: null });
        expect(alone.rows.map(({ values }) => values)).toEqual(cells);
        expect(alone.rows.map(({ at }) => at)).toEqual(rows.map((_, at) => at));
      }),
      { numRuns: 6, seed: 7 },
    );
  });
});
