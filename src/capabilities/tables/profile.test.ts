import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeTestContext, type TestContext } from '../../../tests/support/make-context.ts';
import { smallTable } from '../../../tests/support/small-table.ts';
import { distinctValues, EVERY_ROW, type OpenTable, openTable, parseRowQuery, profileColumn } from './index.ts';
import { dateBins, numberBins } from './profile-bins.ts';

const SPECS = [
  ['number', 'Номер', 'integer'],
  ['word', 'Слово', 'text'],
  ['amount', 'Сума', 'decimal'],
  ['day', 'День', 'date'],
  ['open', 'Працює', 'boolean'],
] as const;
const WORDS = ['їжак', 'Ґава', 'гава', 'яна', null];

let test: TestContext;
let table: OpenTable;
beforeAll(async () => {
  test = await makeTestContext();
  const words = WORDS.map((word) => (word === null ? 'NULL' : `'${word}'`)).join(', ');
  table = await openTable(
    test.ctx,
    await smallTable(
      test,
      `SELECT i AS c0, [${words}][1 + i % 5] AS c1, CASE WHEN i % 4 = 0 THEN NULL ELSE (i % 10) / 10.0::DOUBLE END AS c2,
        DATE '2024-01-01' + i::INTEGER AS c3, CASE WHEN i % 3 = 0 THEN NULL ELSE i % 2 = 0 END AS c4 FROM range(100) r(i)`,
      SPECS,
    ),
  );
});
afterAll(() => test.close());

describe('the profile of a column', () => {
  it('of numbers: blanks, different values, ends, average, frequent values, bins with round edges', async () => {
    const summary = await profileColumn(test.ctx, table, EVERY_ROW, 'amount');
    const values = Array.from({ length: 100 }, (_, i) => (i % 4 === 0 ? [] : [i % 10])).flat();
    expect(summary).toMatchObject({ rows: 100, blanks: 25, distinct: 10, distinctExact: true, least: 0, most: 0.9 });
    expect(summary.average).toBe(Number((values.reduce((a, b) => a + b, 0) / 10 / values.length).toPrecision(15)));
    for (const { from, to, count } of summary.spread) {
      expect(count).toBe(values.filter((value) => value / 10 >= Number(from) && value / 10 < Number(to)).length);
    }
    expect(summary.spread.map(({ from }) => from)).toEqual([0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]);
    const counts = summary.frequent.map(({ count }) => count);
    expect(counts).toEqual(counts.toSorted((a, b) => b - a));
    expect(counts.reduce((a, b) => a + b, 0)).toBe(75);
  });

  it('of text: ends by the Ukrainian alphabet, no bins', async () => {
    const summary = await profileColumn(test.ctx, table, EVERY_ROW, 'word');
    expect(summary).toMatchObject({ blanks: 20, distinct: 4, least: 'гава', most: 'яна', average: null, spread: [] });
    expect(summary.frequent).toHaveLength(4);
  });

  it('of days, of yes and no, of nothing', async () => {
    const days = await profileColumn(test.ctx, table, EVERY_ROW, 'day');
    expect(days).toMatchObject({ least: '2024-01-01', most: '2024-04-09' });
    expect(days.spread[0]).toEqual({ from: '2024-01-01', to: '2024-01-08', count: 7 });
    const open = await profileColumn(test.ctx, table, EVERY_ROW, 'open');
    expect(open).toMatchObject({ blanks: 34, distinct: 2, least: null, most: null });
    expect(new Set(open.frequent.map(({ value }) => value))).toEqual(new Set([true, false]));
    const none = parseRowQuery(table.manifest.columns, new URLSearchParams('number__gt=1000'));
    expect(await profileColumn(test.ctx, table, none, 'amount')).toMatchObject({
      ...{ rows: 0, blanks: 0, distinct: 0, least: null, most: null, average: null, frequent: [], spread: [] },
    });
  });

  it('of numbers too long for a machine word, also where all are one', async () => {
    const long = await openTable(
      test.ctx,
      await smallTable(
        test,
        `SELECT 12345678901234567890::HUGEINT + i AS c0, 1e30::DOUBLE AS c1, (2 * i - 1) * 1.7e308 AS c2,
          12345678901234567890123.5::DECIMAL(38,2) AS c3 FROM range(2) r(i)`,
        [
          ['whole', 'Рахунок', 'integer'],
          ['one', 'Одне', 'decimal'],
          ['ends', 'Краї', 'decimal'],
          ['exact', 'Точне', 'decimal'],
        ],
      ),
    );
    for (const name of ['whole', 'one', 'exact']) {
      const { rows, spread } = await profileColumn(test.ctx, long, EVERY_ROW, name);
      expect([rows, spread.reduce((sum, { count }) => sum + count, 0)], name).toEqual([2, 2]);
    }
    expect((await profileColumn(test.ctx, long, EVERY_ROW, 'ends')).spread).toEqual([]);
  });

  it('of a large table, where the dictionaries of the file tell how many values there may be', async () => {
    const large = await openTable(
      test.ctx,
      await smallTable(
        test,
        "SELECT i AS c0, ['їжак', 'Ґава', 'гава', NULL][1 + i % 4] AS c1, i / 8.0::DOUBLE AS c2 FROM range(220000) r(i)",
        SPECS.slice(0, 3),
      ),
    );
    expect(await profileColumn(test.ctx, large, EVERY_ROW, 'word')).toMatchObject({
      ...{ rows: 220_000, blanks: 55_000, distinct: 3, distinctExact: true, least: 'гава', most: 'їжак' },
    });
    const numbers = await profileColumn(test.ctx, large, EVERY_ROW, 'number');
    expect(numbers).toMatchObject({ distinct: 220_000, distinctExact: true, average: 109_999.5 });
    expect(numbers.spread.map(({ from, count }) => [from, count])).toEqual(
      Array.from({ length: 11 }, (_, i) => [i * 20_000, 20_000]),
    );
    expect(numbers.frequent.map(({ value }) => value)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(await distinctValues(test.ctx, large, EVERY_ROW, 'word', { limit: 2 })).toEqual([
      { value: 'гава', count: 55_000 },
      { value: 'їжак', count: 55_000 },
    ]);
  });

  it('respects the conditions of the question', async () => {
    const query = parseRowQuery(table.manifest.columns, new URLSearchParams('day__month=2024-02&word__isnull=false'));
    const summary = await profileColumn(test.ctx, table, query, 'number');
    const numbers = Array.from({ length: 100 }, (_, i) => i).filter((i) => i >= 31 && i < 60 && i % 5 !== 4);
    expect(summary).toMatchObject({ rows: numbers.length, distinct: numbers.length, least: 31, most: 58 });
    expect(summary.spread.reduce((sum, { count }) => sum + count, 0)).toBe(numbers.length);
  });
});

describe('the values to choose from', () => {
  it('come by frequency and begin as asked, whatever the case', async () => {
    const query = parseRowQuery(table.manifest.columns, new URLSearchParams('number__lt=12'));
    expect(await distinctValues(test.ctx, table, query, 'word', { limit: 2 })).toEqual([
      { value: 'їжак', count: 3 },
      { value: 'Ґава', count: 3 },
    ]);
    expect(await distinctValues(test.ctx, table, query, 'word', { startsWith: 'ґ', limit: 9 })).toEqual([
      { value: 'Ґава', count: 3 },
    ]);
    expect(await distinctValues(test.ctx, table, query, 'open', { limit: 9 })).toHaveLength(2);
  });
});

describe('bins', () => {
  it('are at most twenty and hold every number between their edges', () => {
    const number = fc.double({ min: -1e9, max: 1e9, noNaN: true });
    fc.assert(
      fc.property(number, number, fc.integer({ min: 0, max: 9 }), (a, b, digits) => {
        const [least, most] = a < b ? [a, b] : [b, a];
        const bins = numberBins(least, most, digits);
        expect(bins.last - bins.first + 1).toBeLessThanOrEqual(20);
        expect(Number(bins.edge(bins.first))).toBeLessThanOrEqual(least);
        expect(Number(bins.edge(bins.last + 1))).toBeGreaterThan(most);
      }),
    );
  });

  it('of days follow the calendar', () => {
    const months = dateBins('2024-01-15', '2025-03-01', false);
    expect([months.edge(months.first), months.edge(months.last)]).toEqual(['2024-01-01', '2025-03-01']);
    const years = dateBins('1991-08-24', '2026-01-01', false);
    expect([years.edge(years.first), years.edge(years.last)]).toEqual(['1990-01-01', '2026-01-01']);
    const hours = dateBins('2024-01-01T10:30:00', '2024-01-01T14:00:00', true);
    expect([hours.edge(hours.first), hours.edge(hours.last)]).toEqual(['2024-01-01T10:00:00', '2024-01-01T14:00:00']);
  });
});
