import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cellsOf, testDuckDb, textTableOf } from '../../testing/text-table-of.ts';
import { protectTable } from '../protect-table.ts';

let parts: Awaited<ReturnType<typeof testDuckDb>>;
beforeAll(async () => {
  parts = await testDuckDb();
});
afterAll(() => rm(parts.folder, { recursive: true, force: true }));

let made = 0;
type Cells = readonly (readonly (string | null)[])[];

async function hide(headers: readonly string[], rows: Cells, parameters: Record<string, unknown>): Promise<Cells> {
  made += 1;
  const table = await textTableOf(parts, headers, rows);
  const outPath = join(parts.folder, `small-${made}.parquet`);
  const steps = [{ code: 'protect-small-groups', columnTitle: null, parameters }];
  const outcome = await protectTable(parts.duckdb, table, { steps, key: null }, { outPath });
  expect(outcome.missed).toEqual([]);
  const cells = await cellsOf(parts.duckdb, outcome.table.parquetPath);
  return cells.map((row) => row.map((cell) => (cell === null ? null : String(cell))));
}

function sizes(keys: readonly string[]): Map<string, number> {
  const counted = new Map<string, number>();
  for (const key of keys) counted.set(key, (counted.get(key) ?? 0) + 1);
  return counted;
}

describe('rows of small groups', () => {
  it('lose what makes the group, never one group alone, and nothing else', async () => {
    const row = fc.tuple(fc.constantFrom('а', 'б', 'в', 'г', null), fc.constantFrom('1', '2'));
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 60 }), async (drawn) => {
        const rows = drawn.map(([place, sort], at) => [String(at), place, sort]);
        const after = await hide(['№', 'Місце', 'Вид'], rows, { columns: ['Місце', 'Вид'], atLeast: 4, way: 'other' });
        expect(after.map(([number]) => number)).toEqual(rows.map(([number]) => number));
        const before = rows.map((one) => one.slice(1).join('|'));
        const isHidden = after.map((one) => one[1] === 'інше' && one[2] === 'інше');
        for (const [at, one] of after.entries()) if (!isHidden[at]) expect(one).toEqual(rows[at]);
        const groups = sizes(before);
        const left = sizes(before.filter((_, at) => !isHidden[at]));
        const gone = sizes(before.filter((_, at) => isHidden[at]));
        for (const [key, size] of left) expect([size >= 4, size]).toEqual([true, groups.get(key)]);
        if (gone.size === 0) return;
        const whole = gone.size === groups.size;
        const hidden = [...gone.values()].reduce((sum, size) => sum + size, 0);
        expect(whole || (gone.size >= 2 && hidden >= 4)).toBe(true);
      }),
      { numRuns: 20, seed: 11 },
    );
  });

  it('keep the order of the rows of a long table', async () => {
    const rows = Array.from({ length: 3000 }, (_, at) => [String(at), `м${at % 700}`]);
    const after = await hide(['№', 'Місце'], rows, { columns: ['Місце'], atLeast: 5, way: 'empty' });
    expect(after.map(([number]) => number)).toEqual(rows.map(([number]) => number));
    expect(after.filter(([, place]) => place === null)).toHaveLength(2000);
    expect(after[0]).toEqual(['0', 'м0']);
    expect(after[650]).toEqual(['650', null]);
  });
});

const SETTLEMENTS: Cells = [
  ['2024', 'Лішня', '2', '40'],
  ['2024', 'Нагуєвичі', '15', '8'],
  ['2024', 'Снятинка', '9', '30'],
  ['2025', 'Лішня', '12', '40'],
  ['2025', 'Нагуєвичі', '15', '3'],
  ['2025', 'Снятинка', '4', '31'],
];
const HEADERS = ['Рік', 'Село', 'Заяв', 'Відмов'];

describe('a table of groups', () => {
  it('hides small counts and those they could be subtracted by, within each total', async () => {
    const counted = { columns: ['Село'], counts: ['Заяв', 'Відмов'], within: ['Рік'], way: 'empty' };
    expect(await hide(HEADERS, SETTLEMENTS, counted)).toEqual([
      ['2024', 'Лішня', null, '40'],
      ['2024', 'Нагуєвичі', '15', '8'],
      ['2024', 'Снятинка', null, '30'],
      ['2025', 'Лішня', null, '40'],
      ['2025', 'Нагуєвичі', '15', null],
      ['2025', 'Снятинка', null, null],
    ]);
  });

  it('may be told by its column of counts alone', async () => {
    const steps = [{ code: 'protect-small-groups', columnTitle: 'Заяв' }];
    const table = await textTableOf(parts, HEADERS, SETTLEMENTS);
    const outPath = join(parts.folder, 'one-column.parquet');
    const outcome = await protectTable(parts.duckdb, table, { steps, key: null }, { outPath });
    expect(outcome.steps).toEqual([{ ...steps[0], count: 2 }]);
  });

  it('leaves neither a column nor a row of many counts with one hidden cell', async () => {
    const count = fc.integer({ min: 0, max: 9 }).map(String);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(count, count, count), { minLength: 3, maxLength: 12 }), async (drawn) => {
        const rows = drawn.map((counts, at) => [`с${at}`, ...counts]);
        const after = await hide(['С', 'А', 'Б', 'В'], rows, {
          columns: ['С'],
          counts: ['А', 'Б', 'В'],
          atLeast: 3,
          way: 'empty',
        });
        const lines = [
          ...[1, 2, 3].map((at) => rows.map((row, r) => [row[at], after[r]?.[at]] as const)),
          ...rows.map((row, r) => [1, 2, 3].map((at) => [row[at], after[r]?.[at]] as const)),
        ];
        for (const line of lines) {
          const filled = line.filter(([value]) => value !== '0');
          const hidden = filled.filter(([, value]) => value === null);
          expect(filled.some(([value, now]) => now !== null && Number(value) < 3)).toBe(false);
          expect(hidden.length === 1 && filled.length > 1).toBe(false);
          for (const [value, now] of line) expect(now === null || now === value).toBe(true);
        }
      }),
      { numRuns: 15, seed: 3 },
    );
  });

  it('joins rows with small counts to one of others, with the same totals', async () => {
    const joined = await hide(HEADERS, SETTLEMENTS, {
      columns: ['Село'],
      counts: ['Заяв', 'Відмов'],
      within: ['Рік'],
      way: 'other',
    });
    expect(joined).toEqual([
      ['2024', 'Снятинка', '9', '30'],
      ['2025', 'Лішня', '12', '40'],
      ['2024', 'інше', '17', '48'],
      ['2025', 'інше', '19', '34'],
    ]);
  });
});
