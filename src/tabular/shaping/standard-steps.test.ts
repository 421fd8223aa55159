import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RecipeStep } from '../inspection.ts';
import { cellsOf, testDuckDb, textTableOf } from '../testing/text-table-of.ts';
import { shapeTable } from './shape-table.ts';

let parts: Awaited<ReturnType<typeof testDuckDb>>;
beforeAll(async () => {
  parts = await testDuckDb();
});
afterAll(() => rm(parts.folder, { recursive: true, force: true }));

type Cells = readonly (readonly (string | null)[])[];
let made = 0;

async function shaped(headers: readonly string[], rows: Cells, ...recipe: RecipeStep[]) {
  made += 1;
  const outPath = join(parts.folder, `standard-${made}.parquet`);
  const { table, missed } = await shapeTable(parts.duckdb, await textTableOf(parts, headers, rows), recipe, {
    outPath,
  });
  return { headers: table.headers, cells: await cellsOf(parts.duckdb, table.parquetPath), missed: missed.length };
}

const step = (code: string, parameters: Record<string, unknown>): RecipeStep => ({
  code,
  columnTitle: null,
  parameters,
});

const INTO = {
  postCode: 'індекс',
  region: 'область',
  district: 'район',
  settlement: 'пункт',
  street: 'вулиця',
  house: 'будинок',
  block: 'корпус',
};

describe('steps towards a structure', () => {
  it('take an address apart and lose nothing of it', async () => {
    const addresses: readonly (readonly [string | null, ...(string | null)[]])[] = [
      ['88000, м. Зразкове, вул. Миру, 5', '88000', null, null, 'Зразкове', 'вул. Миру', '5', null],
      [
        'Закарпатська обл., Ужгородський р-н, с. Великі Лази, вул. Шевченка, буд. 12а',
        null,
        'Закарпатська область',
        'Ужгородський район',
        'Великі Лази',
        'вул. Шевченка',
        '12а',
        null,
      ],
      ['вул. 8 Березня, 17/2, корп. 3', null, null, null, null, 'вул. 8 Березня', '17/2', '3'],
      [
        'Україна, 01001, Київська область, місто Івано-Франкове, проспект Волі 10-Б',
        '01001',
        'Київська область',
        null,
        'Івано-Франкове',
        'проспект Волі',
        '10-Б',
        null,
      ],
      ['м. Зразкове вул. Героїв, буд. № 4, кв. 15', null, null, null, 'Зразкове', 'вул. Героїв', '4, кв. 15', null],
      ['біля старого млина', null, null, null, null, 'біля старого млина', null, null],
      ['вул. Незалежності', null, null, null, null, 'вул. Незалежності', null, null],
      [null, null, null, null, null, null, null, null],
    ];
    const rows = addresses.map(([address]) => ['x', address]);
    const { headers, cells } = await shaped(
      ['Назва', 'Адреса'],
      rows,
      step('shape-split-address', { column: 'адреса', into: INTO }),
    );
    expect(headers).toEqual(['Назва', 'індекс', 'область', 'район', 'пункт', 'вулиця', 'будинок', 'корпус']);
    expect(cells).toEqual(addresses.map(([, ...split]) => ['x', ...split]));
  });

  it('leave parts nobody asked for in the street', async () => {
    const into = { street: 'вулиця', house: 'будинок' };
    const { cells } = await shaped(
      ['Адреса'],
      [['88000, м. Зразкове, вул. Миру, 5']],
      step('shape-split-address', { column: 'Адреса', into }),
    );
    expect(cells).toEqual([['88000, м. Зразкове, вул. Миру', '5']]);
  });

  it('take coordinates and names apart; what is neither stays whole', async () => {
    const { headers, cells } = await shaped(
      ['Координати', 'ПІБ'],
      [
        ['48.6208, 22.2879', 'Зразко Іван Петрович'],
        ['48,6208; 22,2879', 'Приклад-Довга  Олена'],
        ['на площі', 'Зразко'],
        [null, null],
      ],
      step('shape-split-coordinates', { column: 'Координати', latitude: 'lat', longitude: 'lon' }),
      step('shape-split-name', { column: 'ПІБ', family: 'familyName', given: 'name', patronymic: 'additionalName' }),
    );
    expect(headers).toEqual(['lat', 'lon', 'familyName', 'name', 'additionalName']);
    expect(cells).toEqual([
      ['48.6208', '22.2879', 'Зразко', 'Іван', 'Петрович'],
      ['48.6208', '22.2879', 'Приклад-Довга', 'Олена', null],
      ['на площі', null, 'Зразко', null, null],
      [null, null, null, null, null],
    ]);
  });

  it('put columns in the order of a structure, with those it lacks, and others after them', async () => {
    const order = step('shape-order', {
      structure: 'x',
      title: 'Ікс',
      columns: ['id', 'title', 'area'],
      add: ['title'],
    });
    expect(await shaped(['Колір', 'area', 'id'], [['синій', '5', '1']], order)).toEqual({
      headers: ['id', 'title', 'area', 'Колір'],
      cells: [['1', null, '5', 'синій']],
      missed: 0,
    });
  });
});
