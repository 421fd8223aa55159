import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type OpenTable,
  openTable,
  parseGroupQuery,
  profileColumn,
  queryGroups,
} from '../../src/capabilities/tables/index.ts';
import { makeTestContext, type TestContext } from '../support/make-context.ts';
import { smallTable } from '../support/small-table.ts';

/* A table whose small groups were decided not to be shown: no answer tells one, nor two answers together. */

const LEAST = 5;
/** Rows by street: two are small, one of them of a single person. */
const SIZES = { Лісова: 30, Польова: 20, Садова: 9, Тиха: 1, Ярова: 4 };
const ROWS = Object.values(SIZES).reduce((sum, n) => sum + n, 0);

let world: TestContext;
let guarded: OpenTable;

beforeAll(async () => {
  world = await makeTestContext();
  const values = Object.entries(SIZES).map(([street, n]) => `('${street}', ${n})`);
  const id = await smallTable(
    world,
    `SELECT street AS c0, (i % 2)::BIGINT AS c1, DATE '2025-01-01' + (i * 20)::INTEGER AS c2 FROM (VALUES ${values.join(', ')}) s(street, n), range(n) r(i)`,
    [
      ['street', 'Вулиця', 'text'],
      ['sum', 'Сума', 'integer'],
      ['day', 'День', 'date'],
    ],
  );
  const table = await openTable(world.ctx, id);
  guarded = { ...table, manifest: { ...table.manifest, smallest: LEAST } };
});
afterAll(() => world.close());

async function ask(query: string) {
  const parsed = parseGroupQuery(guarded.columns, new URLSearchParams(query));
  if (!parsed) throw new Error('no group was asked for');
  return queryGroups(world.ctx, guarded, parsed);
}

describe('small groups', () => {
  test('are left out with those they could be subtracted by, in every order and page; the answer says so', async () => {
    for (const sort of ['', '&sort=count', '&sort=-count', '&sum=sum']) {
      const { rows, total, matched, smallest } = await ask(`group=street${sort}`);
      expect(rows.map(({ street }) => street).toSorted()).toEqual(['Лісова', 'Польова', 'Садова']);
      expect([total, matched, smallest]).toEqual([3, 59, LEAST]);
    }
    // 5 rows are left over: two groups together, neither of which can be told
    expect(ROWS - 59).toBe(SIZES.Тиха + SIZES.Ярова);
    expect((await ask('group=street&page=2&page_size=2')).rows).toHaveLength(1);
  });

  test('one alone takes the smallest of the others with it', async () => {
    const { rows, matched } = await ask('group=day__year');
    // 2026 has fewer than five days of people, so 2025 would give them by subtraction
    const years = rows.map(({ count }) => Number(count));
    expect(years.every((n) => n >= LEAST)).toBe(true);
    expect(ROWS - matched === 0 || ROWS - matched >= LEAST).toBe(true);
  });

  test('are not found by two questions: filters, words, several columns and days are refused, and why is said', async () => {
    const ways = ['group=street&q=Тиха', 'group=street,sum', 'group=day', 'group=day__month', 'group=sum&street=Тиха'];
    for (const query of ways) {
      await expect(ask(query), query).rejects.toMatchObject({
        code: 'bad-row-query',
        fields: [{ text: { uk: expect.stringContaining('не показуємо груп, менших за 5 рядків') } }],
      });
    }
  });

  test('do not stand among the facts of a column, narrowed or not', async () => {
    for (const filters of [[], [{ column: 'street', operator: 'exact' as const, values: ['Тиха'] }]]) {
      const summary = await profileColumn(world.ctx, guarded, { filters, search: '' }, 'street');
      expect(summary.rows).toBe(ROWS);
      expect(summary.frequent.map(({ value }) => value)).toEqual(['Лісова', 'Польова', 'Садова']);
      expect([summary.least, summary.most]).toEqual([null, null]);
    }
  });
});
