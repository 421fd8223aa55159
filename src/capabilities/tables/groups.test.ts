import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeTestContext, type TestContext } from '../../../tests/support/make-context.ts';
import { smallTable } from '../../../tests/support/small-table.ts';
import { isRequestError } from '../../kernel/errors.ts';
import { groupQueryParameters, type OpenTable, openTable, parseGroupQuery, queryGroups } from './index.ts';

const SPECS = [
  ['number', 'Номер', 'integer'],
  ['district', 'Район', 'text'],
  ['amount', 'Сума', 'decimal'],
  ['day', 'День', 'date'],
  ['moment', 'Час', 'datetime'],
  ['open', 'Працює', 'boolean'],
] as const;

let test: TestContext;
let table: OpenTable;
beforeAll(async () => {
  test = await makeTestContext();
  table = await openTable(
    test.ctx,
    await smallTable(
      test,
      `SELECT i AS c0, ['Ґ','Г','Д',NULL][1 + i % 4] AS c1, CASE WHEN i % 7 = 0 THEN NULL ELSE (i % 10) / 10.0::DOUBLE END AS c2,
        DATE '2023-11-15' + (i * 9)::INTEGER AS c3, TIMESTAMP '2024-01-01 10:00:00' + to_hours(i) AS c4, i % 3 = 0 AS c5 FROM range(100) r(i)`,
      SPECS,
    ),
  );
});
afterAll(() => test.close());

async function groups(query: string) {
  const parsed = parseGroupQuery(table.manifest.columns, new URLSearchParams(query));
  if (!parsed) throw new Error('no group was asked for');
  return queryGroups(test.ctx, table, parsed);
}

/** The rows of the table as the statement above makes them, in tenths, so that sums of whole numbers can be compared. */
const ROWS = Array.from({ length: 100 }, (_, i) => ({
  number: i,
  district: ['Ґ', 'Г', 'Д', null][i % 4] ?? null,
  tenths: i % 7 === 0 ? null : i % 10,
  day: new Date(Date.UTC(2023, 10, 15 + i * 9)).toISOString().slice(0, 10),
  open: i % 3 === 0,
}));

describe('groups', () => {
  it('count and measure as one would by hand: sums to the digit, empty cells left out, the empty group last', async () => {
    const page = await groups('group=district&sum=amount&avg=amount&min=amount,day&max=number');
    const expected = ['Г', 'Ґ', 'Д', null].map((district) => {
      const rows = ROWS.filter((row) => row.district === district);
      const tenths = rows.flatMap((row) => row.tenths ?? []);
      const sum = tenths.reduce((a, b) => a + b, 0);
      return {
        district,
        count: rows.length,
        amount__sum: sum / 10,
        amount__avg: Number((sum / 10 / tenths.length).toPrecision(15)),
        amount__min: Math.min(...tenths) / 10,
        day__min: rows.map((row) => row.day).toSorted()[0],
        number__max: Math.max(...rows.map((row) => row.number)),
      };
    });
    expect(page.rows).toEqual(expected);
    expect([page.total, page.matched]).toEqual([4, 100]);
    expect(page.columns.map(({ name, measure, of }) => [name, measure, of])).toEqual([
      ['district', 'key', 'district'],
      ['count', 'count', null],
      ['amount__sum', 'sum', 'amount'],
      ['amount__avg', 'avg', 'amount'],
      ['amount__min', 'min', 'amount'],
      ['day__min', 'min', 'day'],
      ['number__max', 'max', 'number'],
    ]);
  });

  it('take parts of dates and several keys, with the conditions of rows', async () => {
    const page = await groups('group=day__year,open&day__gte=2024-01-01&sort=-count');
    const counts = new Map<string, number>();
    for (const row of ROWS.filter(({ day }) => day >= '2024-01-01')) {
      const key = `${row.day.slice(0, 4)} ${row.open}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    expect(page.total).toBe(counts.size);
    expect(Object.fromEntries(page.rows.map((row) => [`${row.day__year} ${row.open}`, row.count]))).toEqual(
      Object.fromEntries(counts),
    );
    const numbers = page.rows.map((row) => Number(row.count));
    expect(numbers).toEqual(numbers.toSorted((a, b) => b - a));
    const months = await groups('group=moment__month');
    expect(months.rows).toEqual([{ moment__month: '2024-01', count: 100 }]);
  });

  it('come in pages that never overlap, beyond the end too', async () => {
    const seen: unknown[] = [];
    for (let page = 1; page <= 5; page += 1) {
      const answer = await groups(`group=day__month&sort=-count&page_size=6&page=${page}`);
      expect(answer.matched).toBe(100);
      seen.push(...answer.rows.map((row) => row.day__month));
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(new Set(seen)).toEqual(new Set(ROWS.map(({ day }) => day.slice(0, 7))));
    expect((await groups('group=day__month&page=99')).total).toBe(seen.length);
  });

  it('sum decimals of any digits exactly', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 6 }),
        fc.array(fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }), { minLength: 1, maxLength: 40 }),
        async (digits, units) => {
          const values = units.map((unit) => `(1, ${unit}::DOUBLE / 1e${digits})`).join(', ');
          const id = await smallTable(test, `SELECT * FROM (VALUES ${values}) t(c0, c1)`, [
            ['key', 'Ключ', 'integer'],
            ['amount', 'Сума', 'decimal'],
          ]);
          const own = await openTable(test.ctx, id);
          const query = parseGroupQuery(own.manifest.columns, new URLSearchParams('group=key&sum=amount'));
          const sum = units.reduce((a, b) => a + b, 0);
          const answer = query && (await queryGroups(test.ctx, own, query));
          expect(Number(answer?.rows[0]?.amount__sum)).toBe(sum / 10 ** digits);
        },
      ),
      { numRuns: 25, seed: 835 },
    );
  });

  it('sum decimals exactly where only the last ones have many digits', async () => {
    const sumOf = async (last: string) => {
      const id = await smallTable(
        test,
        `SELECT 1 AS c0, CASE WHEN i = 4999 THEN ${last} ELSE (i % 10) / 10 END::DOUBLE AS c1 FROM range(5000) r(i)`,
        [
          ['key', 'Ключ', 'integer'],
          ['amount', 'Сума', 'decimal'],
        ],
      );
      const own = await openTable(test.ctx, id);
      const query = parseGroupQuery(own.manifest.columns, new URLSearchParams('group=key&sum=amount'));
      return query && (await queryGroups(test.ctx, own, query)).rows[0]?.amount__sum;
    };
    // 500 times 0,1 + … + 0,9, without the last 0,9
    expect(await sumOf('0.125')).toBe(2249.225);
    expect(await sumOf('-0.0000000001')).toBe(2249.0999999999);
    expect(await sumOf('1e20')).toBe('100000000000000000000');
    expect(await sumOf('NULL')).toBe(2249.1);
  });

  it('show sums longer than the numbers of JavaScript digit for digit', async () => {
    const id = await smallTable(test, 'SELECT 1 AS c0, 9007199254740993::BIGINT AS c1 FROM range(3)', [
      ['key', 'Ключ', 'integer'],
      ['big', 'Велике', 'integer'],
    ]);
    const own = await openTable(test.ctx, id);
    const query = parseGroupQuery(own.manifest.columns, new URLSearchParams('group=key&sum=big'));
    expect(query && (await queryGroups(test.ctx, own, query)).rows).toEqual([
      { key: 1, count: 3, big__sum: '27021597764222979' },
    ]);
  });
});

describe('the grammar of groups', () => {
  const refusal = (query: string) => {
    try {
      parseGroupQuery(table.manifest.columns, new URLSearchParams(query));
    } catch (error) {
      if (isRequestError(error)) return error.fields.map(({ field, text }) => [field, text.en]);
      throw error;
    }
    throw new Error('not refused');
  };

  it('is asked for by group only', () => {
    expect(parseGroupQuery(table.manifest.columns, new URLSearchParams('sum=amount'))).toBeNull();
  });

  it('writes a question back as it was asked', () => {
    const text = 'group=Район,День__year&sum=amount&max=day&amount__gte=0,5&q=x&sort=-count,Район&page=2&page_size=20';
    const query = parseGroupQuery(table.manifest.columns, new URLSearchParams(text));
    expect(query).toMatchObject({
      keys: [
        { column: 'district', part: 'value' },
        { column: 'day', part: 'year' },
      ],
    });
    expect(query?.sort).toEqual([
      { column: 'count', descending: true },
      { column: 'district', descending: false },
    ]);
    expect(query && parseGroupQuery(table.manifest.columns, groupQueryParameters(query))).toEqual(query);
  });

  it('names what cannot be: no column, no dates, no numbers, no such output', () => {
    expect(refusal('group=')).toEqual([['group', expect.stringContaining('district')]]);
    expect(refusal('group=amount__year')).toEqual([['group', expect.stringContaining('day, moment')]]);
    expect(refusal('group=district&sum=district')).toEqual([['sum', expect.stringContaining('number, amount')]]);
    expect(refusal('group=district&min=open')).toEqual([['min', expect.stringContaining('day')]]);
    expect(refusal('group=district&sort=coun')).toEqual([['sort', expect.stringContaining('Did you mean "count"')]]);
    expect(refusal('group=district&columns=amount')).toEqual([
      ['columns', expect.stringContaining('does not go with “group”')],
    ]);
    expect(refusal('group=distrikt')).toEqual([['group', expect.stringContaining('Did you mean "district"')]]);
    expect(refusal('group=number,district,amount,day,moment')).toEqual([['group', expect.stringContaining('4')]]);
  });
});
