import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RecipeStep } from '../inspection.ts';
import { cellsOf, testDuckDb, textTableOf } from '../testing/text-table-of.ts';
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
