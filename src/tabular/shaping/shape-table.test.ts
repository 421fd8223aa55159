import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Recipe } from '../inspection.ts';
import { cellsOf, testDuckDb, textTableOf } from '../testing/text-table-of.ts';
import { SHAPE_STEPS } from './shape-list.ts';
import { shapeTable } from './shape-table.ts';

let parts: Awaited<ReturnType<typeof testDuckDb>>;
beforeAll(async () => {
  parts = await testDuckDb();
});
afterAll(() => rm(parts.folder, { recursive: true, force: true }));

let made = 0;
type Cells = readonly (readonly (string | null)[])[];

/** The table after the steps: headers, cells, counts by step and steps that were missed. */
async function shaped(headers: readonly string[], rows: Cells, recipe: Recipe) {
  made += 1;
  const table = await textTableOf(parts, headers, rows);
  const outcome = await shapeTable(parts.duckdb, table, recipe, {
    outPath: join(parts.folder, `shaped-${made}.parquet`),
  });
  const cells = await cellsOf(parts.duckdb, outcome.table.parquetPath);
  expect(outcome.table.rows).toBe(cells.length);
  const counts = outcome.steps.map(({ count }) => count);
  return { headers: outcome.table.headers, cells, counts, missed: outcome.missed.map(({ code }) => code) };
}

const step = (code: string, parameters: Record<string, unknown>) => ({ code, columnTitle: null, parameters });

const BUDGET = ['Назва', 'План', 'Факт'];
const SECTIONS: Cells = [
  ['Освіта', null, '-'],
  ['Школа 1', '10', '9'],
  ['Школа 2', '20', '18'],
  ['Разом по розділу', '30', '27'],
  ['Культура', null, null],
  ['Музей', '5', null],
  ['ВСЬОГО:', '35', '27'],
];

describe('shape steps', () => {
  it('make a clean table of one with sections and totals inside, in the order of the file', async () => {
    const recipe = [step('shape-total-rows', { column: 'назва ' }), step('shape-section-titles', { into: ['Розділ'] })];
    expect(await shaped(BUDGET, SECTIONS, recipe)).toEqual({
      headers: [...BUDGET, 'Розділ'],
      cells: [
        ['Школа 1', '10', '9', 'Освіта'],
        ['Школа 2', '20', '18', 'Освіта'],
        ['Музей', '5', null, 'Культура'],
      ],
      counts: [2, 2],
      missed: [],
    });
  });

  it('lose no title where two stand one under another', async () => {
    const rows: Cells = [
      ['Освіта', null, null],
      ['Школи', null, null],
      ['Школа 1', '10', '9'],
      ['Садочки', null, null],
      ['Садок 1', '7', '7'],
    ];
    const two = await shaped(BUDGET, rows, [step('shape-section-titles', { into: ['Розділ', 'Підрозділ'] })]);
    expect(two.cells).toEqual([
      ['Школа 1', '10', '9', 'Освіта', 'Школи'],
      ['Садок 1', '7', '7', 'Освіта', 'Садочки'],
    ]);
    const one = await shaped(BUDGET, rows, [step('shape-section-titles', { into: ['Розділ'] })]);
    expect(one.cells.map((row) => row[3])).toEqual(['Освіта. Школи', 'Садочки']);
  });

  it('take no words that lead into a list of parts for a title of the rows below', async () => {
    const rows: Cells = [
      ['Освіта', null, null],
      ['Ліцей', '30', '27'],
      [' у т.ч. філії: ', null, null],
      ['Філія 1', '10', '9'],
      ['Гімназія', '5', '5'],
      ['Культура', null, null],
      ['Музей', '5', '4'],
    ];
    const { cells, counts } = await shaped(BUDGET, rows, [step('shape-section-titles', { into: ['Розділ'] })]);
    expect(cells.map((row) => row[3])).toEqual(['Освіта', 'Освіта', 'Освіта', 'Культура']);
    expect(counts).toEqual([3]);
  });

  it('rename, leave out and add columns, and tell which they could not find', async () => {
    const recipe = [
      step('shape-rename', { column: 'План', title: 'План, грн' }),
      step('shape-drop', { columns: ['Факт'] }),
      step('shape-constant', { title: 'Рік', value: "2026 'рік'" }),
      step('shape-constant', { title: 'план, грн', value: '1' }),
      step('shape-drop', { columns: ['Немає такого'] }),
    ];
    expect(await shaped(BUDGET, [['Школа', '1', '2']], recipe)).toEqual({
      headers: ['Назва', 'План, грн', 'Рік'],
      cells: [['Школа', '1', "2026 'рік'"]],
      counts: [1, 1, 1, 0],
      missed: ['shape-drop'],
    });
  });

  it('keep the order of a table of many row groups', async () => {
    const rows = Array.from({ length: 9_000 }, (_, at) =>
      at % 1000 === 0 ? [`Розділ ${at}`, null, null] : [String(at), 'x', 'y'],
    );
    const { cells } = await shaped(['А', 'Б', 'В'], rows, [step('shape-section-titles', { into: ['Р'] })]);
    expect(cells).toEqual(
      rows.flatMap((row, at) => (row[1] === null ? [] : [[...row, `Розділ ${Math.floor(at / 1000) * 1000}`]])),
    );
  });

  it('change nothing where there is nothing to do', async () => {
    const clean: Cells = [['Школа', '1', '2']];
    const recipe = [step('shape-total-rows', { column: 'Назва' }), step('shape-section-titles', { into: ['Розділ'] })];
    expect(await shaped(BUDGET, clean, recipe)).toEqual({ headers: BUDGET, cells: clean, counts: [0, 0], missed: [] });
  });

  it('say what is wrong with parameters a person wrote', () => {
    for (const shape of SHAPE_STEPS) expect(shape.faultOf({ nonsense: 1 })).toBeTruthy();
    expect(new Set(SHAPE_STEPS.map(({ code }) => code)).size).toBe(SHAPE_STEPS.length);
  });
});
