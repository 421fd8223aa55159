import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { inspectTable } from '../inspect-table.ts';
import { safeRecipe } from '../mending/recipe-rules.ts';
import { testDuckDb, textTableOf } from '../testing/text-table-of.ts';

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
