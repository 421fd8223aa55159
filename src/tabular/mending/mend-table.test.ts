import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inspectTable } from '../inspect-table.ts';
import type { MendOutcome, Recipe } from '../inspection.ts';
import { cellsOf, testDuckDb, textTableOf } from '../testing/text-table-of.ts';
import type { TextTable } from '../text-table.ts';
import { writeTypedTable } from '../writers/typed-parquet.ts';
import { mendTable } from './mend-table.ts';
import { safeRecipe } from './recipe-rules.ts';

let parts: Awaited<ReturnType<typeof testDuckDb>>;
beforeAll(async () => {
  parts = await testDuckDb();
});
afterAll(() => rm(parts.folder, { recursive: true, force: true }));

let made = 0;

async function mend(table: TextTable, recipe?: Recipe): Promise<{ outcome: MendOutcome; table: TextTable }> {
  made += 1;
  const inspection = await inspectTable(parts.duckdb, table);
  const outPath = join(parts.folder, `mended-${made}.parquet`);
  const outcome = await mendTable(parts.duckdb, table, recipe ?? safeRecipe(inspection), inspection, { outPath });
  return { outcome, table: { ...table, parquetPath: outPath, headers: outcome.headers, rows: outcome.rows } };
}

const MESSY: Record<string, readonly string[]> = {
  Назва: ['Київ', ' Київ', 'Кyiv', 'мiсто', 'м.  Львів', 'н/д', '-', 'Всього', 'А4', 'Ки\u200bїв'],
  Сума: ['1,5', '1 234,5', '7', '1\u00a0000', '−3', 'н/д', 'немає', ' 5 ', '+8', '1,234', '1.234,5'],
  Дата: [
    '01.02.2024',
    '2024-03-04',
    '15 січня 2024 р.',
    '1.2.24',
    '-',
    '5/6/2024',
    ' 01.02.2024',
    '15 сiчня 2024',
    '45000',
    '31.02.2024',
  ],
  'Код ЄДРПОУ': ['04054228', '4054228', '32855968', ' 04052206', '32855961', '—', '12345678'],
  '': ['1', '2', ' 3', '4,5'],
};

const HEADERS = Object.keys(MESSY);
const row = fc.tuple(
  ...HEADERS.map((header) =>
    fc.oneof(
      { weight: 9, arbitrary: fc.constantFrom(...(MESSY[header] ?? [])) },
      { weight: 1, arbitrary: fc.constant(null) },
    ),
  ),
);

describe('mending a table', () => {
  it('leaves nothing to mend, and changes nothing the second time', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 40 }), async (rows) => {
        const once = await mend(await textTableOf(parts, HEADERS, rows));
        const again = await inspectTable(parts.duckdb, once.table, { without: once.outcome.removedColumns });
        // what changes the shape of a table is carried out before (`carryOut`)
        expect(again.findings.filter(({ repairable, step }) => repairable && !step)).toEqual([]);
        const twice = await mend(once.table);
        expect(await cellsOf(parts.duckdb, twice.table.parquetPath)).toEqual(
          await cellsOf(parts.duckdb, once.table.parquetPath),
        );
        expect(twice.outcome.headers).toEqual(once.outcome.headers);
      }),
      { numRuns: 8 },
    );
  }, 240_000);

  it('counts exactly the cells it changes', async () => {
    const table = await textTableOf(
      parts,
      ['№', 'Сума', 'Дата'],
      [
        ['1', '1,5', '01.02.2024'],
        ['2', ' 2', '2024-01-01'],
        ['3', '3 000', ' 2024-01-02 '],
        ['4', 'н/д', '3.4.2024'],
      ],
    );
    const { outcome } = await mend(table);
    expect(outcome.steps.map(({ step, count }) => [step.code, step.columnTitle, count])).toEqual([
      ['spaces-around', 'Сума', 1],
      ['spaces-around', 'Дата', 1],
      ['no-value-written', 'Сума', 1],
      ['decimal-sign', 'Сума', 2],
      ['date-not-iso', 'Дата', 2],
    ]);
    expect(await cellsOf(parts.duckdb, outcome.parquetPath)).toEqual([
      ['1', '1.5', '2024-02-01'],
      ['2', '2', '2024-01-01'],
      ['3', '3000', '2024-01-02'],
      ['4', null, '2024-04-03'],
    ]);
  });

  it('mends forms of values even where spaces are left as they are', async () => {
    const table = await textTableOf(parts, ['Сума'], [[' 1,5'], ['2,5 '], ['7']]);
    const { outcome } = await mend(table, [{ code: 'decimal-sign', columnTitle: 'Сума' }]);
    expect(await cellsOf(parts.duckdb, outcome.parquetPath)).toEqual([['1.5'], ['2.5'], ['7']]);
  });

  it('drops empty and repeated rows, names columns, lists columns left out', async () => {
    const table = await textTableOf(
      parts,
      ['Назва', '', 'Назва', ' Порожній '],
      [
        ['а', '1', 'x', null],
        [null, null, null, null],
        ['а ', '1', 'x', null],
        ['б', '2', 'x', '-'],
      ],
    );
    const { outcome } = await mend(table);
    expect(outcome).toMatchObject({
      rows: 2,
      removedColumns: [3],
      headers: ['Назва', 'Стовпець 2', 'Назва 2', 'Порожній'],
      missed: [],
    });
    expect(outcome.steps).toContainEqual({ step: { code: 'empty-row', columnTitle: null }, count: 1 });
    expect(outcome.steps).toContainEqual({ step: { code: 'duplicate-row', columnTitle: null }, count: 1 });
  });

  it('names many columns by one step, and tells them by one finding', async () => {
    const headers = ['Назва', ...Array.from({ length: 30 }, () => ''), 'Назва'];
    const table = await textTableOf(
      parts,
      headers,
      ['а', 'б', 'в'].map((name, row) => headers.map((_, at) => (at === 0 ? name : `${at + row}`))),
    );
    const { findings } = await inspectTable(parts.duckdb, table);
    const told = findings.filter(({ code }) => code === 'empty-header');
    expect(told.map(({ count, column }) => [count, column])).toEqual([[30, null]]);
    expect(told[0]?.message.uk).toContain('2, 3, 4, 5, 6 і ще 25');
    const { outcome } = await mend(table);
    expect(outcome.headers.slice(0, 3)).toEqual(['Назва', 'Стовпець 2', 'Стовпець 3']);
    expect(outcome.headers.at(-1)).toBe('Назва 2');
    expect(outcome.steps).toContainEqual({ step: { code: 'empty-header', columnTitle: null }, count: 30 });
  });

  it('replays the recipe on the next file by titles, and tells steps it could not take', async () => {
    const first = await textTableOf(parts, ['Сума', 'Дата'], [['1,5', '01.02.2024']]);
    const recipe = safeRecipe(await inspectTable(parts.duckdb, first));
    const next = await textTableOf(parts, ['Назва', ' СУМА'], [['а', '2,5']]);
    const { outcome } = await mend(next, recipe);
    expect(await cellsOf(parts.duckdb, outcome.parquetPath)).toEqual([['а', '2.5']]);
    expect(outcome.missed).toEqual([{ code: 'date-not-iso', columnTitle: 'Дата' }]);
  });

  it('types a column once its misfits are marked as unknown', async () => {
    const rows = Array.from({ length: 20 }, (_, at) => [
      String(at + 1),
      at === 3 ? '31.02.2024' : at === 5 ? 'восени' : `${at + 1}.02.2024`,
    ]);
    const table = await textTableOf(parts, ['№', 'Дата'], rows);
    const { table: mended } = await mend(table, [
      { code: 'mixed-types', columnTitle: 'Дата' },
      { code: 'impossible-date', columnTitle: 'Дата' },
      { code: 'date-not-iso', columnTitle: 'Дата' },
    ]);
    const { columns, findings } = await inspectTable(parts.duckdb, mended);
    expect(columns[1]).toMatchObject({ type: 'date', blanks: 2 });
    expect(findings.filter(({ severity }) => severity !== 'advice')).toEqual([]);
  });
});

describe('the typed table', () => {
  it('keeps every value, whether the table was mended or not', async () => {
    const table = await textTableOf(
      parts,
      ['Дата', 'Сума', 'Є', 'Код', 'Час', 'Момент'],
      [
        ['01.02.2024', '1 234,5', 'так', '001', '9:05', '06.05.2024 9:10'],
        ['2024-02-03', '7', 'Ні', '002', '18:30:15', '2024-05-06T10:11:12'],
        [null, ' 8 ', null, '003', null, null],
      ],
    );
    const { columns } = await inspectTable(parts.duckdb, table);
    const expected = [
      ['2024-02-01', 1234.5, true, '001', '09:05:00', '2024-05-06 09:10:00'],
      ['2024-02-03', 7, false, '002', '18:30:15', '2024-05-06 10:11:12'],
      [null, 8, null, '003', null, null],
    ];
    const mended = await mend(table);
    for (const parquetPath of [table.parquetPath, mended.table.parquetPath]) {
      made += 1;
      const outPath = join(parts.folder, `typed-${made}.parquet`);
      expect(await writeTypedTable(parts.duckdb, { parquetPath, columns, outPath })).toEqual({ rows: 3, lost: [] });
      expect(await cellsOf(parts.duckdb, outPath)).toEqual(expected);
    }
  });

  it('tells how many values did not fit the type asked for', async () => {
    const table = await textTableOf(parts, ['Сума'], [['1'], ['x'], ['1_000'], [null]]);
    const outPath = join(parts.folder, 'lost.parquet');
    const columns = [{ index: 0, type: 'integer' as const }];
    expect(await writeTypedTable(parts.duckdb, { parquetPath: table.parquetPath, columns, outPath })).toEqual({
      rows: 4,
      lost: [{ index: 0, count: 2 }],
    });
  });
});
