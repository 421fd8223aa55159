import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inspectTable } from '../../inspect-table.ts';
import { mendTable } from '../../mending/mend-table.ts';
import { askedRepairs, safeRecipe } from '../../mending/recipe-rules.ts';
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
    ['Сума'],
    values.map((value) => [value]),
  );
  const inspection = await inspectTable(parts.duckdb, table);
  return { table, inspection, column: inspection.columns[0], codes: inspection.findings.map(({ code }) => code) };
}

describe('a comma before three digits, everywhere in the column', () => {
  const values = ['1,234', '12,500', '-3,000', '7', '150'];

  it('is left to a person: the column stays text', async () => {
    const { inspection, column, codes } = await look(values);
    expect(column?.type).toBe('text');
    expect(codes).not.toContain('decimal-sign');
    expect(codes).not.toContain('mixed-types');
    expect(inspection.findings.find(({ code }) => code === 'comma-unclear')).toMatchObject({
      repairable: false,
      count: 3,
      places: [{ value: '1,234' }, { value: '12,500' }, { value: '-3,000' }],
    });
    expect(safeRecipe(inspection).map(({ code }) => code)).not.toContain('decimal-sign');
  });

  it.each([
    ['comma-thousands', ['1234', '12500', '-3000', '7', '150'], 'integer'],
    ['comma-fractions', ['1.234', '12.500', '-3.000', '7', '150'], 'decimal'],
  ])('is mended as the person says: %s', async (code, mended, type) => {
    expect(askedRepairs('comma-unclear').map((one) => one.code)).toContain(code);
    const { table, inspection } = await look(values);
    const outPath = join(parts.folder, `${code}.parquet`);
    const outcome = await mendTable(parts.duckdb, table, [{ code, columnTitle: 'Сума' }], inspection, { outPath });
    expect(outcome.steps).toMatchObject([{ count: 3 }]);
    expect(await cellsOf(parts.duckdb, outPath)).toEqual(mended.map((value) => [value]));
    const after = await inspectTable(parts.duckdb, { ...table, parquetPath: outPath });
    expect(after.columns[0]?.type).toBe(type);
    expect(after.findings.filter(({ repairable }) => repairable)).toEqual([]);
  });

  it('is not read as a fraction when a person chooses the type by hand', async () => {
    const { table, column } = await look(values);
    const outPath = join(parts.folder, 'by-hand.parquet');
    const columns = [{ index: 0, type: 'decimal' as const, notation: column?.notation }];
    const { lost } = await writeTypedTable(parts.duckdb, { parquetPath: table.parquetPath, columns, outPath });
    expect(lost).toEqual([{ index: 0, count: 3 }]);
  });

  it.each([
    ['another length of the fraction', ['1,234', '2,5'], '1.234'],
    ['a fraction of nothing', ['1,234', '0,125'], '1.234'],
    ['thousands without a comma', ['1,234', '2500'], '1.234'],
    ['thousands with a space', ['1,234', '2 500'], '1.234'],
    ['millions with commas', ['1,234', '1,234,567'], '1234'],
  ])('is clear beside %s', async (_beside, some, repaired) => {
    const { inspection, codes } = await look(some);
    expect(codes).not.toContain('comma-unclear');
    expect(inspection.findings.find(({ code }) => code === 'decimal-sign')).toMatchObject({
      repairable: true,
      places: expect.arrayContaining([expect.objectContaining({ value: '1,234', repaired })]),
    });
  });
});
