import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inspectTable } from '../inspect-table.ts';
import { testDuckDb, textTableOf } from '../testing/text-table-of.ts';
import { compareFiles } from './compare-files.ts';
import { type FileFacts, gatherFacts } from './file-facts.ts';
import { tellChange } from './tell-change.ts';
import { isUnlikely } from './unlikely-rules.ts';

let parts: Awaited<ReturnType<typeof testDuckDb>>;
beforeAll(async () => {
  parts = await testDuckDb();
});
afterAll(() => rm(parts.folder, { recursive: true, force: true }));

type Row = readonly (string | null)[];
const HEADERS = ['Заклад', 'Адреса', 'Учнів', 'Дата перевірки'];
const row = (at: number): string[] => [`Школа № ${at}`, `вул. Нова, ${at}`, String(100 + at), `2025-01-${10 + at}`];
const ROWS = Array.from({ length: 20 }, (_, at) => row(at));

async function facts(headers: readonly string[], rows: readonly Row[]): Promise<FileFacts> {
  const table = await textTableOf(parts, headers, rows);
  return gatherFacts(parts.duckdb, table, await inspectTable(parts.duckdb, table));
}

async function changes(headers: readonly string[], rows: readonly Row[]) {
  return compareFiles(await facts(headers, rows), [await facts(HEADERS, ROWS)]);
}

describe('the next file', () => {
  it('is as the one before it where only rows changed as they usually do', async () => {
    expect(await changes(HEADERS, [...ROWS.slice(1), row(21)])).toEqual([]);
  });

  it('has a column renamed: by what it holds, by its name', async () => {
    const renamed = ['Назва установи', 'Адреса', 'Учнів, осіб', 'Дата перевірки'];
    const newCounts = ROWS.map(([name = '', place = '', , day = ''], at) => [name, place, String(110 + at * 2), day]);
    expect(await changes(renamed, newCounts)).toEqual([
      { what: 'renamed', from: 'Заклад', to: 'Назва установи', by: 'values' },
      { what: 'renamed', from: 'Учнів', to: 'Учнів, осіб', by: 'name' },
    ]);
  });

  it('has columns gone, new and moved; making room is no move', async () => {
    const headers = ['Район', 'Заклад', 'Дата перевірки', 'Адреса'];
    const rows = ROWS.map(([name = '', place = '', , day = ''], at) => [`Район ${at % 4}`, name, day, place]);
    expect(await changes(headers, rows)).toEqual([
      { what: 'gone', titles: ['Учнів'] },
      { what: 'new', titles: ['Район'] },
      { what: 'moved', titles: ['Адреса'] },
    ]);
  });

  it('holds other things in a column, or nothing', async () => {
    const rows = ROWS.map(([name = '', place = ''], at) => [
      name,
      at < 12 ? null : place,
      `близько ${at}`,
      '2025-02-01',
    ]);
    expect(
      (await changes(HEADERS, rows)).map((change) => [change.what, 'title' in change ? change.title : '']),
    ).toEqual([
      ['type', 'Учнів'],
      ['emptied', 'Адреса'],
    ]);
  });

  it('is unusually short, or has a total with a zero too many', async () => {
    expect(await changes(HEADERS, ROWS.slice(0, 8))).toEqual([{ what: 'rows', from: 20, to: 8 }]);
    const tenfold = ROWS.map(([name = '', place = '', count = '', day = '']) => [name, place, `${count}0`, day]);
    expect(await changes(HEADERS, tenfold)).toEqual([{ what: 'total', title: 'Учнів', from: 2190, to: 21900 }]);
  });

  it('of hundreds of other columns is another table: no new names are guessed', async () => {
    const { columns, ...rest } = await facts(HEADERS, ROWS);
    const [one] = columns;
    if (!one) throw new Error('a table has columns');
    const wide = (word: string): FileFacts => ({
      ...rest,
      columns: Array.from({ length: 300 }, (_, at) => ({ ...one, title: `${word} ${at}` })),
    });
    expect(compareFiles(wide('Показник'), [wide('Показнік')]).map(({ what }) => what)).toEqual(['gone', 'new']);
    expect(compareFiles(wide('Показник'), [wide('Показник')])).toEqual([]);
  });

  it('is told in both languages', async () => {
    const all = await changes(
      ['Район', 'Назва', 'Учні', 'Дата перевірки'],
      ROWS.map((one) => ['Центр', one[0] ?? '', '', 'ні']),
    );
    expect(all.length).toBeGreaterThan(2);
    for (const change of all) {
      const { uk, en } = tellChange(change);
      expect(uk).toMatch(/[а-яіїєґ].*\.$/);
      expect(en.replaceAll(/“[^”]*”|«[^»]*»/g, '')).not.toMatch(/[а-яіїєґ]/i);
    }
  });
});

describe('what is unlikely', () => {
  it('is learned from the dataset itself', () => {
    // little is known: twice as many rows, thrice the total
    expect([1900, 2100, 400].map((now) => isUnlikely([1000], now, 'rows'))).toEqual([false, true, true]);
    expect([2900, 3100].map((now) => isUnlikely([1000], now, 'total'))).toEqual([false, true]);
    // it hardly ever changes
    expect(isUnlikely([1010, 1005, 1002, 1000], 1300, 'rows')).toBe(true);
    expect(isUnlikely([1010, 1005, 1002, 1000], 1200, 'rows')).toBe(false);
    // it has its seasons
    expect(isUnlikely([1000, 2500, 1100, 2400, 1000], 2600, 'total')).toBe(false);
    // few rows, nothing at all, another sign
    expect(isUnlikely([3], 9, 'rows')).toBe(false);
    expect([isUnlikely([1000], 0, 'rows'), isUnlikely([500], -500, 'total')]).toEqual([true, true]);
  });
});
