import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inspectTable } from '../../inspect-table.ts';
import { testDuckDb, textTableOf } from '../../testing/text-table-of.ts';

let parts: Awaited<ReturnType<typeof testDuckDb>>;
beforeAll(async () => {
  parts = await testDuckDb();
});
afterAll(() => rm(parts.folder, { recursive: true, force: true }));

/** More columns than the parser lets a sum of terms be long. */
const COLUMNS = 1_100;

describe('rows that repeat in a wide table', () => {
  it('tells apart rows that differ only in the last of a thousand columns', async () => {
    const row = (last: string) => [...Array.from({ length: COLUMNS - 1 }, (_, at) => String(at % 7)), last];
    const table = await textTableOf(
      parts,
      Array.from({ length: COLUMNS }, (_, at) => `п${at}`),
      [row('1'), row('2'), row('1'), row('3'), row('2'), row('1')],
    );
    const { findings } = await inspectTable(parts.duckdb, table);
    const repeated = findings.find(({ code }) => code === 'duplicate-row');
    expect(repeated).toMatchObject({ count: 3 });
    expect(repeated?.places.map((place) => place.row)).toEqual([3, 5, 6]);
  });
});
