import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inspectTable } from '../inspect-table.ts';
import { mendTable } from '../mending/mend-table.ts';
import { safeRecipe } from '../mending/recipe-rules.ts';
import { cellsOf, testDuckDb, textTableOf } from '../testing/text-table-of.ts';
import { editsBetween, meantValues } from './nearest-value.ts';

let parts: Awaited<ReturnType<typeof testDuckDb>>;
beforeAll(async () => {
  parts = await testDuckDb();
});
afterAll(() => rm(parts.folder, { recursive: true, force: true }));

const LIST = {
  column: 'Покриття',
  values: ['асфальт', 'бруківка', 'щебінь', 'Г1'],
  names: ['', '', '', 'ґрунтова дорога'],
  codeList: 'Покриття доріг',
};

describe('what a value outside a list was meant to be', () => {
  it('is the same word, the word of a code, or one neighbour; never a guess between two or of a short number', () => {
    const outside = ['Асфальт', 'бруківкa', 'Ґрунтова  дорога', 'щебень', 'бетон', 'Г2'];
    expect(meantValues(outside, LIST.values, LIST.names)).toEqual({
      spelled: { Асфальт: 'асфальт', бруківкa: 'бруківка', 'Ґрунтова  дорога': 'Г1' },
      near: { щебень: 'щебінь' },
    });
    expect(meantValues(['Іванівка'], ['Іваньівка', 'Івахнівка'])).toEqual({ spelled: {}, near: {} });
    expect(meantValues(['11', '102'], ['1', '2', '103'])).toEqual({ spelled: {}, near: {} });
    expect(meantValues(['UA9901001000000O003'], ['UA99010010000000003']).near).toEqual({
      UA9901001000000O003: 'UA99010010000000003',
    });
    expect(meantValues(['сад'], ['1', '2'], ['Сад', 'сад'])).toEqual({ spelled: {}, near: {} }); // two codes of one name
  });

  it('is guessed among tens of thousands of codes of one length, and among more than that not at all', () => {
    const codes = (count: number) =>
      Array.from({ length: count }, (_, at) => `вулиця${String(at * 37).padStart(9, '0')}`);
    expect(meantValues(['вулиця00001110x'], codes(60_000)).near).toEqual({ вулиця00001110x: 'вулиця000011100' });
    expect(meantValues(['вулиця00001110x', 'ВУЛИЦЯ000000037'], codes(120_000))).toEqual({
      spelled: { ВУЛИЦЯ000000037: 'вулиця000000037' },
      near: {},
    });
  });

  it('edits are counted as people make them, and no further than asked', () => {
    expect(editsBetween('вулиця', 'вулиця', 2)).toBe(0);
    expect(editsBetween('вулиця', 'вуилця', 2)).toBe(1); // neighbours swapped
    expect(editsBetween('вулиця', 'вулця', 2)).toBe(1);
    expect(editsBetween('вулиця', 'площа', 2)).toBe(3);
  });
});

describe('a column that is held to a list', () => {
  it('is found exactly, mended by one click where the same is meant, and by an answer where it is like', async () => {
    const cells = ['асфальт', ' Асфальт', 'щебень', 'щебень', 'бетон', null, 'Ґрунтова дорога', 'бруківка'];
    const table = await textTableOf(
      parts,
      ['№', 'Покриття'],
      cells.map((cell, at) => [String(at + 1), cell]),
    );
    const inspection = await inspectTable(parts.duckdb, table, { expected: [LIST] });
    const found = inspection.findings.filter(({ code }) => code.startsWith('value-'));
    expect(found.map(({ code, count, repairable, places }) => [code, count, repairable, places])).toEqual([
      [
        'value-spelling',
        2,
        true,
        [
          { row: 2, value: 'Асфальт', repaired: 'асфальт' },
          { row: 7, value: 'Ґрунтова дорога', repaired: 'Г1' },
        ],
      ],
      [
        'value-near',
        2,
        false,
        [
          { row: 3, value: 'щебень', repaired: 'щебінь' },
          { row: 4, value: 'щебень', repaired: 'щебінь' },
        ],
      ],
      ['value-outside', 1, false, [{ row: 5, value: 'бетон' }]],
    ]);
    expect(found[1]?.message.uk).toContain('«щебень» → «щебінь»');
    const outPath = join(parts.folder, 'known.parquet');
    const recipe = [...safeRecipe(inspection), { code: 'value-near', columnTitle: 'Покриття' }];
    const outcome = await mendTable(parts.duckdb, table, recipe, inspection, { outPath });
    expect((await cellsOf(parts.duckdb, outPath)).map(([, cell]) => cell)).toEqual([
      ...['асфальт', 'асфальт', 'щебінь', 'щебінь', 'бетон', null, 'Г1', 'бруківка'],
    ]);
    const mended = { ...table, parquetPath: outPath, headers: outcome.headers };
    const left = await inspectTable(parts.duckdb, mended, { expected: [LIST] });
    expect(left.findings.filter(({ code }) => code.startsWith('value-')).map(({ code }) => code)).toEqual([
      'value-outside',
    ]);
  });

  it('by its kind alone is held to the codifier of that kind, asked only where there is such a column', async () => {
    const known = Array.from({ length: 30_000 }, (_, at) => `UA9901001000${String(at).padStart(7, '0')}`);
    const codes = [...known.slice(0, 40), 'UA98000000000000001', 'UA98000000000000001'];
    const table = await textTableOf(
      parts,
      ['Код КАТОТТГ', 'Сума'],
      codes.map((code, at) => [code, String(at)]),
    );
    const asked: string[] = [];
    const inspection = await inspectTable(parts.duckdb, table, {
      codifier: (kind) => {
        asked.push(kind);
        return Promise.resolve(kind === 'katottg' ? { values: known, codeList: 'КАТОТТГ' } : null);
      },
    });
    expect(asked.filter((kind) => kind === 'katottg')).toHaveLength(1);
    expect(inspection.findings.find(({ code }) => code === 'value-outside')).toMatchObject({
      count: 2,
      places: [{ row: 41 }, { row: 42 }],
      message: { uk: expect.stringContaining('немає в кодифікаторі «КАТОТТГ»: 2') },
    });
  });

  it('may be held to a column of another table', async () => {
    const streets = await textTableOf(parts, ['Код'], [['1'], ['2'], [null]]);
    const houses = await textTableOf(
      parts,
      ['Будинок', 'Код вулиці'],
      [
        ['а1', '1'],
        ['б2', '3'],
        ['в3', '2'],
        ['г4', null],
      ],
    );
    const table = { parquetPath: streets.parquetPath, text: 'c0' };
    const { findings } = await inspectTable(parts.duckdb, houses, {
      expected: [{ column: 'Код вулиці', values: [], codeList: 'Вулиці', table }],
    });
    expect(findings.find(({ code }) => code === 'value-outside')).toMatchObject({
      count: 1,
      places: [{ row: 2, value: '3' }],
      message: { uk: expect.stringContaining('немає в таблиці «Вулиці»: 1') },
    });
  });
});
