import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inspectTable } from '../inspect-table.ts';
import { cellsOf, testDuckDb, textTableOf } from '../testing/text-table-of.ts';
import { findCompositeKey } from './find-key.ts';
import { keepNumbers, type NumberMemory } from './keep-numbers.ts';

let parts: Awaited<ReturnType<typeof testDuckDb>>;
beforeAll(async () => {
  parts = await testDuckDb();
});
afterAll(() => rm(parts.folder, { recursive: true, force: true }));

let made = 0;

/** Numbers of the rows of a file, by the files before. */
async function numbers(
  rows: readonly (readonly (string | null)[])[],
  before: NumberMemory | null,
  by: readonly number[] = [],
) {
  made += 1;
  const { parquetPath } = await textTableOf(
    parts,
    ['№', 'Дерево', 'Вулиця'],
    rows.map((row) => ['0', ...row]),
  );
  const outPath = join(parts.folder, `numbered-${made}.parquet`);
  const memoryPath = join(parts.folder, `memory-${made}.parquet`);
  const outcome = await keepNumbers(parts.duckdb, {
    parquetPath,
    columns: 3,
    numberColumn: 0,
    by,
    before,
    outPath,
    memoryPath,
  });
  const cells = await cellsOf(parts.duckdb, outPath);
  expect(cells.map(([, ...rest]) => rest)).toEqual(rows);
  return { ...outcome, given: cells.map(([cell]) => Number(cell)) };
}

describe('remembered numbers', () => {
  it('stay with the row, are never given to another, and come back with it', async () => {
    const first = await numbers(
      [
        ['липа', 'Миру'],
        ['клен', 'Миру'],
        ['дуб', 'Садова'],
        ['клен', 'Миру'],
      ],
      null,
    );
    expect(first.given).toEqual([1, 2, 3, 4]); // of two equal rows each has its own
    const second = await numbers(
      [
        ['ясен', 'Нова'],
        ['клен', 'Миру'],
        ['липа ', ' миру'],
        ['клен', 'Миру'],
      ],
      first.memory,
    );
    expect(second).toMatchObject({ given: [5, 2, 1, 4], known: 3, fresh: 1, gone: 1 });
    const third = await numbers(
      [
        ['граб', 'Нова'],
        ['дуб', 'Садова'],
      ],
      second.memory,
    );
    expect(third).toMatchObject({ given: [6, 3], known: 1, fresh: 1, gone: 4 }); // the oak is back with its three
    expect(third.memory.next).toBe(7);
    expect(
      (
        await numbers(
          [
            [null, null],
            ['граб', 'Нова'],
          ],
          third.memory,
        )
      ).given,
    ).toEqual([7, 6]);
  });

  it('by chosen columns, the rest of a row may change', async () => {
    const first = await numbers(
      [
        ['липа', 'Миру'],
        ['дуб', 'Садова'],
      ],
      null,
      [2],
    );
    expect(
      (
        await numbers(
          [
            ['дуб старий', 'Садова'],
            ['липа', 'Миру'],
          ],
          first.memory,
          [2],
        )
      ).given,
    ).toEqual([2, 1]);
  });

  it('of twenty thousand rows in another order are all known, in the order of the file', async () => {
    const rows = Array.from({ length: 20_000 }, (_, at) => [`дерево ${at}`, `вулиця ${at % 90}`]);
    const first = await numbers(rows, null);
    expect(first.given[19_999]).toBe(20_000);
    const turned = rows.toReversed();
    const second = await numbers(turned, first.memory);
    expect([second.fresh, second.gone, second.given[0], second.given[19_999]]).toEqual([0, 0, 20_000, 1]);
  });
});

describe('a key of several columns', () => {
  it('is the fewest that tell every row, exactly; amounts are never one', async () => {
    const rows = Array.from({ length: 60 }, (_, at) => [
      `Школа ${at % 12}`,
      String(2020 + Math.floor(at / 12)),
      at % 2 ? 'так' : 'ні',
      `${at}.5`,
    ]);
    const table = await textTableOf(parts, ['Заклад', 'Рік', 'Діє', 'Сума'], rows);
    const { columns, identifier } = await inspectTable(parts.duckdb, table);
    expect(identifier).toEqual([]);
    expect(await findCompositeKey(parts.duckdb, table, columns)).toEqual([0, 1]);
    const twice = await textTableOf(
      parts,
      ['Заклад', 'Рік'],
      [...rows, ...rows].map((row) => row.slice(0, 2)),
    );
    const again = await inspectTable(parts.duckdb, twice);
    expect(await findCompositeKey(parts.duckdb, twice, again.columns)).toEqual([]);
  });
});
