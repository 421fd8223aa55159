import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inspectTable } from '../../inspect-table.ts';
import { testDuckDb, textTableOf } from '../../testing/text-table-of.ts';

let parts: Awaited<ReturnType<typeof testDuckDb>>;
beforeAll(async () => {
  parts = await testDuckDb();
});
afterAll(() => rm(parts.folder, { recursive: true, force: true }));

/** Fifty objects at places of their own but for the rows given. */
async function placesOf(put: (at: number) => readonly [string, string] | null) {
  const rows = Array.from({ length: 50 }, (_, at) => [
    String(at + 1),
    ...(put(at) ?? [`49.${35_000 + at}`, `23.${50_000 + at * 3}`]),
  ]);
  const table = await textTableOf(parts, ['id', 'Широта', 'Довгота'], rows);
  const { findings } = await inspectTable(parts.duckdb, table);
  return findings.find(({ code }) => code === 'same-place');
}

describe('many rows at one place', () => {
  it('are counted where both coordinates are the same', async () => {
    const found = await placesOf((at) =>
      at % 10 === 7 ? ['49.1', '23.1'] : at % 10 === 3 ? ['49.1', `23.${at}`] : null,
    );
    expect(found).toMatchObject({ count: 5, places: [{ row: 8 }, { row: 18 }, { row: 28 }, { row: 38 }, { row: 48 }] });
  });

  it('are none where the place is not known', async () => {
    expect(await placesOf((at) => (at % 3 === 0 ? ['NA', 'NA'] : null))).toBeUndefined();
  });
});
