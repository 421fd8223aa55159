import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { inspectTable } from '../../inspect-table.ts';
import { mendTable } from '../../mending/mend-table.ts';
import { safeRecipe } from '../../mending/recipe-rules.ts';
import { cellsOf, testDuckDb, textTableOf } from '../../testing/text-table-of.ts';

let parts: Awaited<ReturnType<typeof testDuckDb>>;
beforeAll(async () => {
  parts = await testDuckDb();
});
afterAll(() => rm(parts.folder, { recursive: true, force: true }));

it('leaves days alone where some put the day first and others the month', async () => {
  const days = ['03/25/2024', '13/12/2024', '04/05/2024', '12/13/2024', '01/20/2024', '02/21/2024'];
  const table = await textTableOf(
    parts,
    ['Дата'],
    days.map((day) => [day]),
  );
  const inspection = await inspectTable(parts.duckdb, table);
  expect(inspection.findings.find(({ code }) => code === 'date-not-iso')).toMatchObject({ repairable: false });
  expect(safeRecipe(inspection).some(({ code }) => code === 'date-not-iso')).toBe(false);
});

async function look(values: readonly string[]) {
  const table = await textTableOf(
    parts,
    ['Дата'],
    values.map((value) => [value]),
  );
  const { columns, findings } = await inspectTable(parts.duckdb, table);
  return { column: columns[0], found: findings.filter(({ column }) => column === 0) };
}

it('asks about moments that would have to be read month first', async () => {
  const { column, found } = await look(['12/29/2018 10:30', '01/02/2018 09:15']);
  expect(column).toMatchObject({ type: 'text', expected: 'datetime' });
  expect(found).toMatchObject([
    { code: 'date-not-iso', count: 2, repairable: false, places: [{ row: 1 }, { row: 2 }] },
  ]);
});

it.each([
  ['days', ['03/25/2024', '25/03/2024', '04/05/2024', '13/12/2024', '12/13/2024']],
  ['moments', ['03/25/2024 10:00', '25/03/2024 10:00', '04/05/2024 10:00']],
])('asks about %s of both orders, whichever are more, and calls none of them impossible', async (_what, values) => {
  const { column, found } = await look(values);
  expect(column?.type).toBe('text');
  expect(found).toMatchObject([{ code: 'date-not-iso', count: values.length, repairable: false }]);
  expect(found[0]?.places).toHaveLength(values.length);
});

it('mends moments that can be read day first', async () => {
  const { column, found } = await look(['29/12/2018 10:30', '01/02/2018 9:15', '05.06.2018 11:00']);
  expect(column?.type).toBe('datetime');
  expect(found[0]?.places.map(({ repaired }) => repaired)).toEqual([
    '2018-12-29T10:30:00',
    '2018-02-01T09:15:00',
    '2018-06-05T11:00:00',
  ]);
});

it('does not carry out a repair accepted for another file on days of both orders', async () => {
  const values = ['03/25/2024', '25/03/2024', '04/05/2024'];
  const table = await textTableOf(
    parts,
    ['Дата'],
    values.map((value) => [value]),
  );
  const inspection = await inspectTable(parts.duckdb, table);
  const outPath = join(parts.folder, 'replayed.parquet');
  const recipe = [{ code: 'date-not-iso', columnTitle: 'Дата' }];
  const { steps } = await mendTable(parts.duckdb, table, recipe, inspection, { outPath });
  expect(steps).toMatchObject([{ count: 0 }]);
  expect(await cellsOf(parts.duckdb, outPath)).toEqual(values.map((value) => [value]));
});
