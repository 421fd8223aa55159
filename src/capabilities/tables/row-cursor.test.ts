import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeTestContext, type TestContext } from '../../../tests/support/make-context.ts';
import { smallTable } from '../../../tests/support/small-table.ts';
import { EVERY_ROW, type OpenTable, openTable, parseRowQuery, queryOpenTable, type RowQuery } from './index.ts';

let test: TestContext;
beforeAll(async () => {
  test = await makeTestContext();
});
afterAll(() => test.close());

const SPECS = [
  ['number', 'Номер', 'integer'],
  ['word', 'Слово', 'text'],
  ['amount', 'Сума', 'decimal'],
  ['day', 'День', 'date'],
  ['moment', 'Час', 'datetime'],
] as const;

/** Ties, empty cells, letters of the Ukrainian alphabet in and out of its order, numbers that are no binary fractions. */
const rowsFrom = (from: number, to: number) => `SELECT i AS c0,
  ['ґава','Ґава','гава','дім','їжак','іній','йод','Яна','яна', NULL, '']
    [1 + (i * 7) % 11] AS c1,
  CASE WHEN i % 6 = 0 THEN NULL ELSE ((i * 13) % 5) / 10.0::DOUBLE END AS c2,
  CASE WHEN i % 5 = 0 THEN NULL ELSE DATE '2024-12-30' + ((i * 3) % 4)::INTEGER END AS c3,
  TIMESTAMP '2024-12-31 23:59:59.5' + to_seconds((i % 3) * 0.5) AS c4 FROM range(${from}, ${to}) r(i)`;

async function byCursor(table: OpenTable, query: RowQuery): Promise<unknown[]> {
  const seen: unknown[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const page = await queryOpenTable(test.ctx, table, { ...query, cursor });
    seen.push(...page.rows.map((row) => row.number));
    cursor = page.cursor;
  }
  return seen;
}

const asked = (table: OpenTable, query: string) => parseRowQuery(table.manifest.columns, new URLSearchParams(query));

describe('rows by cursor', () => {
  it.each([
    ['one part', [rowsFrom(0, 60)]],
    ['two parts', [rowsFrom(0, 25), rowsFrom(25, 60)]],
  ])('come in the very order of numbered pages: %s', async (_, selects) => {
    const table = await openTable(test.ctx, await smallTable(test, selects, SPECS));
    const key = fc.tuple(fc.constantFrom('number', 'word', 'amount', 'day', 'moment'), fc.boolean());
    const sorts = fc.uniqueArray(key, { maxLength: 3, selector: ([column]) => column });
    const filter = fc.constantFrom('', 'amount__gte=0.2', 'word__isnull=false', 'day__month=2024-12', 'q=ав');
    await fc.assert(
      fc.asyncProperty(sorts, filter, fc.integer({ min: 1, max: 25 }), async (sort, narrowing, size) => {
        const words = sort.map(([column, descending]) => (descending ? '-' : '') + column);
        const query = { ...asked(table, `${narrowing}&sort=${words.join(',')}`), size };
        const whole = await queryOpenTable(test.ctx, table, { ...query, size: 1000 });
        expect(await byCursor(table, query)).toEqual(whole.rows.map((row) => row.number));
      }),
      { numRuns: 40, seed: 835 },
    );
  });

  it('tell the exact total on every page, and lead on from a numbered one', async () => {
    const table = await openTable(test.ctx, await smallTable(test, rowsFrom(0, 60), SPECS));
    const query = { ...asked(table, 'sort=-amount&amount__gte=0.1'), size: 7 };
    const second = await queryOpenTable(test.ctx, table, { ...query, page: 2 });
    const third = await queryOpenTable(test.ctx, table, { ...query, page: 3 });
    const after = await queryOpenTable(test.ctx, table, { ...query, cursor: second.cursor });
    expect(after.rows).toEqual(third.rows);
    expect(after.total).toBe(third.total);
    const last = await queryOpenTable(test.ctx, table, { ...query, size: 1000 });
    expect(last.cursor).toBeNull();
  });

  it('are refused clearly after the published version changed, or from beyond the table', async () => {
    const [one, other] = [
      await openTable(test.ctx, await smallTable(test, rowsFrom(0, 9), SPECS)),
      await openTable(test.ctx, await smallTable(test, rowsFrom(0, 9), SPECS)),
    ];
    const query = { ...EVERY_ROW, size: 3 };
    const { cursor } = await queryOpenTable(test.ctx, one, query);
    await expect(queryOpenTable(test.ctx, other, { ...query, cursor })).rejects.toMatchObject({
      code: 'bad-row-query',
      fields: [{ field: 'cursor' }],
    });
    const parts = JSON.parse(Buffer.from(cursor ?? '', 'base64url').toString()) as unknown[];
    const beyond = Buffer.from(JSON.stringify([...parts.slice(0, 3), 9])).toString('base64url');
    await expect(queryOpenTable(test.ctx, one, { ...query, cursor: beyond })).rejects.toMatchObject({
      code: 'bad-row-query',
    });
  });

  it('by a text of few values come in a large table as the alphabet has it, empty ones last', async () => {
    const numbers = Array.from({ length: 110_000 }, (_, i) => i);
    const words = ['ґава', 'Ґава', 'гава', 'дім', 'їжак', 'іній', 'йод', 'Яна', 'яна', null, ''];
    const word = (i: number) => words[(i * 7) % 11] ?? null;
    const large = await openTable(test.ctx, await smallTable(test, rowsFrom(0, numbers.length), SPECS));
    const ask = async (query: string) =>
      (await queryOpenTable(test.ctx, large, { ...asked(large, query), size: 1000 })).rows.map((row) => row.number);
    const by = (sign: number) => (a: number, b: number) => {
      const [one, other] = [word(a), word(b)];
      if (one === null || other === null) return Number(one === null) - Number(other === null) || a - b;
      return sign * one.localeCompare(other, 'uk') || a - b;
    };
    expect(await ask('sort=word')).toEqual(numbers.toSorted(by(1)).slice(0, 1000));
    expect(await ask('sort=-word')).toEqual(numbers.toSorted(by(-1)).slice(0, 1000));
    const some = numbers.filter((i) => i < 1200);
    expect(await ask('sort=-word&number__lt=1200')).toEqual(some.toSorted(by(-1)).slice(0, 1000));
    const most = numbers.filter((i) => i < 60_000);
    expect(await ask('sort=-word&number__lt=60000')).toEqual(most.toSorted(by(-1)).slice(0, 1000));
    expect(await ask('sort=word&word__isnull=true')).toEqual(numbers.filter((i) => word(i) === null).slice(0, 1000));
  });

  it('keep their order in a large table, where the order is found before the rows', async () => {
    const large = await openTable(test.ctx, await smallTable(test, rowsFrom(0, 150_000), SPECS));
    const query = { ...asked(large, 'sort=day,-word'), size: 100 };
    const pages = await Promise.all([10, 11].map((page) => queryOpenTable(test.ctx, large, { ...query, page })));
    const after = await queryOpenTable(test.ctx, large, { ...query, cursor: pages[0]?.cursor ?? null });
    expect(after.rows).toEqual(pages[1]?.rows);
    const shown = await queryOpenTable(test.ctx, large, { ...query, page: 10, columns: ['number'] });
    expect(shown.rows.map((row) => row.number)).toEqual(pages[0]?.rows.map((row) => row.number));
  });
});
