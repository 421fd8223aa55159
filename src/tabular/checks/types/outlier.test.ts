import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { inspectTable } from '../../inspect-table.ts';
import { testDuckDb, textTableOf } from '../../testing/text-table-of.ts';

let parts: Awaited<ReturnType<typeof testDuckDb>>;
beforeAll(async () => {
  parts = await testDuckDb();
});
afterAll(() => rm(parts.folder, { recursive: true, force: true }));

/** Small sums, written so that repairs are offered, and one cell that is far beyond them. */
async function told(usual: (at: number) => string, far: string): Promise<boolean> {
  const rows = Array.from({ length: 60 }, (_, at) => [String(at + 1), at === 40 ? far : usual(at)]);
  const { findings } = await inspectTable(parts.duckdb, await textTableOf(parts, ['№', 'Сума, грн'], rows));
  return findings.some(({ code, places }) => code === 'outlier' && places.some(({ row }) => row === 41));
}

const comma = (at: number) => `${100 + at},${10 + at}`;
const grouped = (at: number) => `1 ${200 + at},${10 + at}`;

/** Repairs make each of them a plain number: longer than it is written only where it is written with words. */
const WRITTEN = [
  '5000000000',
  '5 000 000 000',
  '5\u00a0000\u00a0000\u00a0000,00',
  "5'000'000'000",
  '5.000.000.000',
  '5,000,000,000',
  '5000000000,0',
  ' 5000000000 ',
  '+5000000000',
  '−5000000000',
  '500000000',
];

it('a number far beyond the others is found however it is written; a usual one is none', async () => {
  for (const usual of [comma, grouped]) {
    for (const far of WRITTEN) expect([far, await told(usual, far)]).toEqual([far, true]);
    for (const near of ['9 999,5', "9'999", '+1250', ' 1500,00 '])
      expect([near, await told(usual, near)]).toEqual([near, false]);
  }
});
