import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inspectTable } from '../../inspect-table.ts';
import { askedRepairs } from '../../mending/recipe-rules.ts';
import { testDuckDb, textTableOf } from '../../testing/text-table-of.ts';

let parts: Awaited<ReturnType<typeof testDuckDb>>;
beforeAll(async () => {
  parts = await testDuckDb();
});
afterAll(() => rm(parts.folder, { recursive: true, force: true }));

type Row = (string | null)[];
const rows: Row[] = Array.from({ length: 20 }, (_, at) => [String(at + 1), `Школа ${at}`, String(at * 3)]);

async function findings(some: readonly Row[]) {
  const table = await textTableOf(parts, ['Поверх', 'Назва', 'Учнів'], some);
  return (await inspectTable(parts.duckdb, table)).findings.filter(({ column }) => column === 0);
}

describe('values that do not fit their column', () => {
  it.each<[string, Row]>([
    ['titles of parts', ['Розділ I', null, null]],
    ['words beside totals', ['Всього', null, '570']],
  ])('cannot be marked as unknown where they are %s', async (_what, row) => {
    const found = await findings([...rows.slice(0, 10), row, ...rows.slice(10)]);
    const mixed = found.find(({ code }) => code.startsWith('mixed-'));
    expect(mixed).toMatchObject({ count: 1, repairable: false, places: [{ row: 11, value: row[0] }] });
    expect(askedRepairs(mixed?.code ?? '')).toEqual([]);
  });

  it('can be marked as unknown where the rows are records', async () => {
    const found = await findings([...rows, ['б/н', 'Школа 21', '5']]);
    expect(found).toMatchObject([{ code: 'mixed-types', count: 1 }]);
    expect(askedRepairs('mixed-types')).toHaveLength(1);
  });
});
