import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inspectTable } from '../../inspect-table.ts';
import { mendTable } from '../../mending/mend-table.ts';
import { safeRecipe } from '../../mending/recipe-rules.ts';
import { cellsOf, testDuckDb, textTableOf } from '../../testing/text-table-of.ts';

let parts: Awaited<ReturnType<typeof testDuckDb>>;
beforeAll(async () => {
  parts = await testDuckDb();
});
afterAll(() => rm(parts.folder, { recursive: true, force: true }));

/** Latin letters of a word, by their Cyrillic twins, so that the tests can be read. */
const latin = (word: string) => word.replace(/[АВСЕІМО]/g, (letter) => 'ABCEIMO'['АВСЕІМО'.indexOf(letter)] ?? letter);

async function mended(values: readonly string[], step?: string) {
  const table = await textTableOf(
    parts,
    ['№', 'Назва'],
    values.map((value, at) => [String(at), value]),
  );
  const inspection = await inspectTable(parts.duckdb, table);
  const outPath = join(parts.folder, `${values.join('').length}-${step ?? ''}.parquet`);
  const recipe = step === undefined ? safeRecipe(inspection) : [{ code: step, columnTitle: 'Назва' }];
  await mendTable(parts.duckdb, table, recipe, inspection, { outPath });
  return { inspection, cells: (await cellsOf(parts.duckdb, outPath)).map((row) => row[1]) };
}

const IOM = `${latin('І')}О${latin('М')}`;
const PLATE = `${latin('В')}С1234${latin('АА')}`;
const MARK = `${latin('В')}С12${latin('А')}`;

describe('words whose letters all have twins in the other alphabet', () => {
  it('are left where the column has no clear alphabet, and told apart from words that are sure', async () => {
    const { inspection, cells } = await mended([IOM, PLATE, 'мiсто', 'Rada', 'Рада']);
    expect(cells).toEqual([IOM, PLATE, 'місто', 'Rada', 'Рада']);
    expect(inspection.findings.filter(({ column }) => column === 1)).toMatchObject([
      { code: 'look-alike-undecided', count: 2, repairable: false, places: [{ value: IOM }, { value: PLATE }] },
      { code: 'look-alike-letters', count: 1, repairable: true, places: [{ value: 'мiсто', repaired: 'місто' }] },
    ]);
  });

  it('follow the alphabet of the column', async () => {
    // plates of cars are written in Latin letters by their own check, marks of rooms as their column is
    const marks = ['АА11В', 'ВС22Е', 'АЕ33О'];
    const { cells } = await mended([...marks.map(latin), MARK]);
    expect(cells).toEqual([...marks.map(latin), latin('ВС12А')]);
    expect((await mended([...marks, MARK])).cells).toEqual([...marks, 'ВС12А']);
    expect((await mended(['Рада', 'Школа', 'Ліцей', IOM])).cells).toEqual(['Рада', 'Школа', 'Ліцей', 'ІОМ']);
  });

  it('are written as the person says', async () => {
    expect((await mended([IOM, 'мiсто'], 'letters-latin')).cells).toEqual([latin('ІОМ'), 'мiсто']);
    expect((await mended([IOM, 'мiсто'], 'letters-cyrillic')).cells).toEqual(['ІОМ', 'мiсто']);
  });
});
