import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inspectTable } from '../inspect-table.ts';
import { shapeTable } from '../shaping/shape-table.ts';
import { structureOfRecipe } from '../shaping/steps/order-columns.ts';
import { cellsOf, testDuckDb, textTableOf } from '../testing/text-table-of.ts';
import {
  conformityOf,
  conformityOfNames,
  fieldsAfter,
  recogniseStructure,
  recommendedStandard,
  type Standard,
  stepsToStandard,
  withAnswers,
  withoutStandard,
} from './index.ts';

let parts: Awaited<ReturnType<typeof testDuckDb>>;
beforeAll(async () => {
  parts = await testDuckDb();
});
afterAll(() => rm(parts.folder, { recursive: true, force: true }));

const HEADINGS = [
  'Площа, кв. м',
  'Назва об’єкта',
  'Балансоутримувач',
  'ЄДРПОУ балансоутримувача',
  'Власник',
  'Адреса',
  'Колір',
];
const ROWS = [
  ['120,5', 'Школа', 'Відділ освіти', '04054321', 'Громада', '88000, м. Зразкове, вул. Миру, 5', 'синій'],
  ['30', 'Склад', 'Комунальник', '04054322', 'Громада', '88001, м. Зразкове, вул. Волі, 7а', 'білий'],
];

async function recognised() {
  const table = await textTableOf(parts, HEADINGS, ROWS);
  const { columns } = await inspectTable(parts.duckdb, table);
  const found = recogniseStructure(columns)[0];
  if (!found) throw new Error('nothing was recognised');
  return { table, columns, found };
}

describe('bringing a table to a structure', () => {
  it('splits, renames, orders and adds by one recipe, which the next file goes through too', async () => {
    const { table, columns, found } = await recognised();
    expect(found.standard.key).toBe('buildings');
    const repairs = [{ code: 'decimal-sign', columnTitle: 'Площа, кв. м' }];
    const { recipe, added } = stepsToStandard(columns, found, repairs, { addMissing: true });
    const done = await shapeTable(parts.duckdb, table, recipe, { outPath: join(parts.folder, 'standard.parquet') });
    const names = recommendedStandard('buildings')?.fields.map(({ name }) => name) ?? [];
    expect(done.missed).toEqual([]);
    expect(done.table.headers).toEqual([...names, 'Колір']);
    const [first] = await cellsOf(parts.duckdb, done.table.parquetPath);
    const cell = (name: string) => first?.[names.indexOf(name)];
    expect(['title', 'balanceHolderId', 'ownerName', 'area', 'addressPostCode', 'addressPostName'].map(cell)).toEqual([
      'Школа',
      '04054321',
      'Громада',
      '120,5',
      '88000',
      'Зразкове',
    ]);
    expect(['addressThoroughfare', 'addressLocatorDesignator', 'addressAdminUnitL1', 'condition'].map(cell)).toEqual([
      'вул. Миру',
      '5',
      'Україна',
      null,
    ]);
    expect(added.map(({ name }) => name)).toContain('condition');
    expect(recipe.at(-1)).toEqual({ code: 'decimal-sign', columnTitle: 'area' });
    expect(structureOfRecipe(recipe)).toMatchObject({ structure: 'buildings', title: 'Об’єкти комунальної власності' });
    expect(withoutStandard(recipe)).toEqual(repairs);
  });

  it('takes the answers of a person before its own', async () => {
    const { columns, found } = await recognised();
    const answered = withAnswers(
      found,
      new Map([
        [4, 'userName'],
        [5, 'addressThoroughfare'],
        [1, ''],
      ]),
    );
    expect(answered.matches.map(({ column, field, ground }) => [column, field.name, ground])).toEqual([
      [0, 'area', 'meaning'],
      [2, 'balanceHolderName', 'title'],
      [3, 'balanceHolderId', expect.any(String)],
      [4, 'userName', 'person'],
      [5, 'addressThoroughfare', 'person'],
    ]);
    expect(answered.merged).toEqual([]);
    const { recipe } = stepsToStandard(columns, answered, [], { addMissing: false });
    expect(recipe.map(({ code }) => code)).not.toContain('shape-split-address');
    expect(recipe.at(-1)?.parameters?.add).toEqual([]);
  });

  it('gives titles away only when nobody has them, in whatever order they change places', async () => {
    const field = (name: string) => ({
      name,
      title: name,
      type: 'text' as const,
      format: '',
      required: false,
      purpose: '',
    });
    const standard = { ...recommendedStandard('fairs'), key: 'own', fields: ['a', 'b', 'c'].map(field) } as Standard;
    const match = (column: number, name: string) => {
      const found = standard.fields.find((one) => one.name === name) ?? field(name);
      return { column, field: found, confidence: 1, ground: 'person' as const, weight: 1 };
    };
    const { columns } = await inspectTable(parts.duckdb, await textTableOf(parts, ['a', 'b', 'x'], [['1', '2', '3']]));
    const chain = stepsToStandard(columns, { standard, matches: [match(0, 'b'), match(1, 'c')], merged: [] }, [], {
      addMissing: false,
    });
    expect(chain.renamed).toEqual([
      { from: 'b', to: 'c' },
      { from: 'a', to: 'b' },
    ]);
    const taken = stepsToStandard(columns, { standard, matches: [match(2, 'a')], merged: [] }, [], {
      addMissing: false,
    });
    expect(taken.renamed).toEqual([]);
  });

  it('says how far a table keeps to a structure: a share of a whole one, a number of a part', async () => {
    const { found } = await recognised();
    const conformity = conformityOf(found.standard, fieldsAfter(found));
    expect(conformity).toMatchObject({ kind: 'whole', of: 35, found: 5 + 4, percent: 25 });
    expect(conformity.kind === 'whole' && conformity.missing.map(({ name }) => name)).toContain('CATUTTC');
    const stops = recommendedStandard('stops');
    expect(stops && conformityOfNames(stops, ['STOPID', 'stopName', 'lat', 'other'])).toEqual({
      kind: 'part',
      found: 3,
      of: 7,
    });
  });
});
