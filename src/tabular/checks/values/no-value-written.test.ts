import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inspectTable } from '../../inspect-table.ts';
import { mendTable } from '../../mending/mend-table.ts';
import { askedRepairs } from '../../mending/recipe-rules.ts';
import { cellsOf, testDuckDb, textTableOf } from '../../testing/text-table-of.ts';
import { writeTypedTable } from '../../writers/typed-parquet.ts';

let parts: Awaited<ReturnType<typeof testDuckDb>>;
beforeAll(async () => {
  parts = await testDuckDb();
});
afterAll(() => rm(parts.folder, { recursive: true, force: true }));

async function look(values: readonly string[]) {
  const table = await textTableOf(
    parts,
    ['Пандус'],
    values.map((value) => [value]),
  );
  const inspection = await inspectTable(parts.duckdb, table);
  return { table, inspection, found: inspection.findings.find(({ code }) => code === 'no-value-written') };
}

describe('a dash in a column of yes and no', () => {
  it('is asked about: its places are shown, and the repair empties just them', async () => {
    const { table, inspection, found } = await look(['так', 'ні', 'Так', '-', 'Ні']);
    expect(inspection.columns[0]?.type).toBe('boolean');
    expect(found).toMatchObject({ count: 1, repairable: false, places: [{ row: 4, value: '-' }] });
    expect(askedRepairs('no-value-written')).toHaveLength(1);
    const outPath = join(parts.folder, 'answers.parquet');
    const recipe = [{ code: 'no-value-written', columnTitle: 'Пандус' }];
    const outcome = await mendTable(parts.duckdb, table, recipe, inspection, { outPath });
    expect(outcome.steps).toMatchObject([{ count: 1 }]);
    expect(await cellsOf(parts.duckdb, outPath)).toEqual([['так'], ['ні'], ['Так'], [null], ['Ні']]);
  });

  it('never becomes a no by itself', async () => {
    const { table, inspection } = await look(['так', 'ні', '-']);
    const [column] = inspection.columns;
    const outPath = join(parts.folder, 'typed.parquet');
    const columns = [{ index: 0, type: 'boolean' as const, notation: column?.notation }];
    const { lost } = await writeTypedTable(parts.duckdb, { parquetPath: table.parquetPath, columns, outPath });
    expect(lost).toEqual([{ index: 0, count: 1 }]);
    expect(await cellsOf(parts.duckdb, outPath)).toEqual([[true], [false], [null]]);
  });

  it('is an answer beside a plus', async () => {
    const { table, inspection, found } = await look(['+', '-', '+']);
    expect(found).toBeUndefined();
    const outPath = join(parts.folder, 'signs.parquet');
    const columns = [{ index: 0, type: 'boolean' as const, notation: inspection.columns[0]?.notation }];
    await writeTypedTable(parts.duckdb, { parquetPath: table.parquetPath, columns, outPath });
    expect(await cellsOf(parts.duckdb, outPath)).toEqual([[true], [false], [true]]);
  });

  it('leaves other signs to be emptied without asking', async () => {
    const { found } = await look(['так', 'ні', 'н/д']);
    expect(found).toMatchObject({ count: 1, repairable: true, places: [{ value: 'н/д', repaired: null }] });
  });
});
