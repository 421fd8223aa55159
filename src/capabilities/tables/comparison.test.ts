import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeTestContext, type TestContext } from '../../../tests/support/make-context.ts';
import { type ColumnSpec, smallTable } from '../../../tests/support/small-table.ts';
import {
  askComparison,
  type ComparedTable,
  type ComparisonFormat,
  closeColumns,
  compareNow,
  differencePage,
  openTable,
  openWholeTable,
  purgeTable,
  type RowChange,
  streamDifferences,
} from './index.ts';

let test: TestContext;
beforeAll(async () => {
  test = await makeTestContext();
});
afterAll(() => test.close());

async function side(selects: string | readonly string[], specs: readonly ColumnSpec[]): Promise<ComparedTable> {
  const { columns, manifest } = await openTable(test.ctx, await smallTable(test, selects, specs));
  return { columns, parts: manifest.parts };
}

const keyed: ColumnSpec[] = [
  ['number', 'Номер', 'integer', { identifier: true }],
  ['title', 'Назва', 'text'],
  ['amount', 'Сума', 'decimal'],
];
const plain: ColumnSpec[] = keyed.map(([name, title, type]) => [name, title, type]);
const older =
  "SELECT * FROM (VALUES (1::BIGINT,'а',1.50::DECIMAL(10,2)),(2,'б',2),(3,'в',NULL),(3,'в',NULL)) t(c0,c1,c2)";
const unique = "SELECT * FROM (VALUES (1::BIGINT,'а',1.50::DECIMAL(10,2)),(2,'б',2),(3,'в',NULL)) t(c0,c1,c2)";
const newer = "SELECT * FROM (VALUES (2::BIGINT,'б',2.5::DECIMAL(10,1)),(1,'а',1.5),(4,'г',NULL)) t(c0,c1,c2)";

describe('two tables compared', () => {
  it('by the identifier: added, removed and changed rows, whatever their order and scale', async () => {
    expect(await compareNow(test.ctx, await side(unique, keyed), await side(newer, keyed))).toEqual({
      ...{ rowsAdded: 1, rowsRemoved: 1, rowsChanged: 1, columnsAdded: [], columnsRemoved: [], noIdentifier: null },
    });
  });

  it('as a multiset where there is no identifier, or it cannot tell rows apart', async () => {
    const without = { rowsAdded: 2, rowsRemoved: 3, rowsChanged: null };
    const compare = async (a: [string, ColumnSpec[]], b: [string, ColumnSpec[]]) =>
      compareNow(test.ctx, await side(...a), await side(...b));
    expect(await compare([older, plain], [newer, plain])).toMatchObject({ ...without, noIdentifier: 'none' });
    expect(await compare([older, keyed], [newer, keyed])).toMatchObject({ ...without, noIdentifier: 'repeats' });
    expect(await compare([newer, keyed], [older, keyed])).toMatchObject({ rowsAdded: 3, noIdentifier: 'repeats' });
    expect(await compare([unique, keyed], [newer, plain])).toMatchObject({ rowsAdded: 2, noIdentifier: 'differs' });
    const blank = "SELECT NULL::BIGINT AS c0, 'а' AS c1, 1::DECIMAL(3,1) AS c2";
    expect(await compare([blank, keyed], [newer, keyed])).toMatchObject({ rowsRemoved: 1, noIdentifier: 'blank' });
  });

  it('names columns that came and went, follows a renamed one, and compares the others', async () => {
    const other: ColumnSpec[] = [
      ['number', 'Номер', 'integer', { identifier: true }],
      ['name', 'Ім’я', 'text'],
      ['sum', 'Сума', 'decimal'],
    ];
    expect(await compareNow(test.ctx, await side(unique, keyed), await side(newer, other))).toMatchObject({
      ...{ rowsAdded: 1, rowsRemoved: 1, rowsChanged: 1, columnsAdded: ['Ім’я'], columnsRemoved: ['Назва'] },
    });
  });

  it('told by a job, kept, and the same for tables whose files lie elsewhere', async () => {
    const [a, b] = [await side(unique, keyed), await side(newer, keyed)];
    const moved = { ...a, parts: a.parts.map((part) => ({ ...part, key: part.key.replace('public/', 'staging/') })) };
    const known = await askComparison(test.ctx, moved, b);
    expect(known.state).toBe('done'); // the first test made it: same bytes, same columns
    const fresh = await askComparison(test.ctx, b, a);
    expect(fresh).toMatchObject({ state: 'waiting', result: null });
    expect(await differencePage(test.ctx, b, a, { kind: null, page: 1, size: 10 })).toBeNull();
    await test.runJobs();
    expect(await askComparison(test.ctx, b, a)).toMatchObject({ state: 'done', result: { rowsChanged: 1 } });
  });
});

describe('many who ask', () => {
  it('no more than forty wait; the rest are told to come back', async () => {
    const b = await side(newer, keyed);
    const others = Array.from({ length: 41 }, (_, n) => {
      const column = { ...b.columns[1], title: `Назва ${n}` } as (typeof b.columns)[number];
      return { ...b, columns: [column] };
    });
    for (const other of others.slice(0, 40)) await askComparison(test.ctx, other, b);
    const last = others[40] ?? b;
    await expect(askComparison(test.ctx, last, b)).rejects.toMatchObject({ kind: 'busy' });
    await expect(askComparison(test.ctx, others[0] ?? b, b)).resolves.toMatchObject({ state: 'waiting' });
    await test.runJobs();
    await expect(askComparison(test.ctx, last, b)).resolves.toMatchObject({ state: 'waiting' });
  });
});

describe('rows that differ', () => {
  it('cell by cell, by kind and by pages', async () => {
    const [a, b] = [await side(unique, keyed), await side(newer, keyed)];
    await compareNow(test.ctx, a, b);
    const page = (kind: RowChange | null, number = 1, size = 10) =>
      differencePage(test.ctx, a, b, { kind, page: number, size });
    expect(await page('changed')).toMatchObject({
      total: 1,
      rows: [
        {
          ...{ kind: 'changed', olderRow: 2, newerRow: 1 },
          cells: [
            { before: 2, after: 2, changed: false },
            { before: 'б', after: 'б', changed: false },
            { before: 2, after: 2.5, changed: true },
          ],
        },
      ],
    });
    expect((await page('added'))?.rows).toMatchObject([
      { olderRow: null, newerRow: 3, cells: [{ before: undefined }, {}, {}] },
    ]);
    expect((await page('removed'))?.rows).toMatchObject([{ olderRow: 3, newerRow: null }]);
    expect((await page(null, 2, 2))?.rows.map(({ kind }) => kind)).toEqual(['changed']);
    expect((await page(null, 9, 2))?.rows).toEqual([]);
  });

  it('as CSV and JSON', async () => {
    const [a, b] = [await side(unique, keyed), await side(newer, keyed)];
    await compareNow(test.ctx, a, b);
    const file = async (format: ComparisonFormat, kind: RowChange | null = null) => {
      const chunks: Uint8Array[] = [];
      for await (const chunk of (await streamDifferences(test.ctx, a, b, kind, format)) ?? []) chunks.push(chunk);
      return Buffer.concat(chunks).toString();
    };
    expect(await file('csv')).toBe(
      [
        'change,row_before,row_after,changed_columns,number.before,number.after,title.before,title.after,amount.before,amount.after',
        'added,,3,,,4,,г,,',
        'removed,3,,,3,,в,,,',
        'changed,2,1,amount,2,2,б,б,2,2.5',
        '',
      ].join('\r\n'),
    );
    expect(JSON.parse(await file('json', 'changed'))).toEqual([
      {
        ...{ change: 'changed', rowBefore: 2, rowAfter: 1, changed: ['amount'] },
        before: { number: 2, title: 'б', amount: 2 },
        after: { number: 2, title: 'б', amount: 2.5 },
      },
    ]);
    expect(JSON.parse(await file('json', 'added'))).toHaveLength(1);
  });

  it('of tables in several parts', async () => {
    const a = await side(["SELECT 1::BIGINT AS c0, 'а' AS c1, 1.0::DECIMAL(5,1) AS c2"], keyed);
    const b = await side(
      [
        "SELECT 1::BIGINT AS c0, 'а' AS c1, 1.0::DECIMAL(5,1) AS c2",
        "SELECT 7::BIGINT AS c0, 'є' AS c1, 7.0::DECIMAL(5,1) AS c2",
      ],
      keyed,
    );
    expect(await compareNow(test.ctx, a, b)).toMatchObject({ rowsAdded: 1, rowsRemoved: 0, rowsChanged: 0 });
    const page = await differencePage(test.ctx, a, b, { kind: 'added', page: 1, size: 5 });
    expect(page?.rows[0]?.cells.map(({ after }) => after)).toEqual([7, 'є', 7]);
  });
});

/** Rows of a small random table: values repeat, some are empty. */
function randomRows(random: () => number, withKey: boolean): (string | null)[][] {
  const count = Math.floor(random() * 12);
  return Array.from({ length: count }, (_, i) => [
    withKey ? String(i * 2 + Math.floor(random() * 2)) : String(Math.floor(random() * 3)),
    random() < 0.2 ? null : 'абв'.charAt(Math.floor(random() * 3)),
    random() < 0.2 ? null : String(Math.floor(random() * 3)),
  ]);
}

function selectOf(rows: readonly (readonly (string | null)[])[]): string {
  const value = (cell: string | null) => (cell === null ? 'NULL' : `'${cell}'`);
  const lines = rows.map((row) => `(${row.map(value).join(', ')})`);
  if (lines.length === 0) return "SELECT ''::VARCHAR AS c0, ''::VARCHAR AS c1, ''::VARCHAR AS c2 WHERE false";
  return `SELECT c0::VARCHAR AS c0, c1::VARCHAR AS c1, c2::VARCHAR AS c2 FROM (VALUES ${lines.join(', ')}) t(c0, c1, c2)`;
}

describe('what is taken away', () => {
  const rowsOf = (a: ComparedTable, b: ComparedTable) =>
    differencePage(test.ctx, a, b, { kind: null, page: 1, size: 10 });

  it('is in no comparison any more: a table, where a draft of the same bytes was compared; a closed column', async () => {
    const b = await side(newer, keyed);
    const id = await smallTable(test, unique.replace("'а'", "'відкликане'"), keyed);
    const { columns, manifest } = await openTable(test.ctx, id);
    const drafts = manifest.parts.map(async (part) => ({
      ...part,
      key: (await test.ctx.objects.copy(part.key, 'staging', '01990000-0000-7000-8000-00000000000d')).key,
    }));
    const draft = { columns, parts: await Promise.all(drafts) };
    await compareNow(test.ctx, draft, b);
    const published = { columns, parts: manifest.parts };
    expect(await rowsOf(published, b)).not.toBeNull();
    await purgeTable(test.ctx, id, 'Зайве');
    expect(await rowsOf(published, b)).toBeNull();

    const other = await smallTable(test, unique.replace("'а'", "'закрите'"), keyed);
    const before = await openWholeTable(test.ctx, other);
    const shown = { columns: before.columns, parts: before.manifest.parts };
    await compareNow(test.ctx, shown, b);
    await closeColumns(test.ctx, other, ['title'], 'Зайве');
    expect(await rowsOf(shown, b)).toBeNull();
  });
});

describe('a property: the same as the naive comparison', () => {
  const columns = (identifier: boolean): ColumnSpec[] => [
    ['a', 'А', 'text', { identifier }],
    ['b', 'Б', 'text'],
    ['c', 'В', 'text'],
  ];

  it.each(Array.from({ length: 16 }, (_, i) => i + 1))('seed %i', async (seed) => {
    let state = seed * 2_654_435_761;
    const random = () => {
      state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
      return state / 2 ** 31;
    };
    const withKey = seed % 2 === 0;
    const [before, after] = [randomRows(random, withKey), randomRows(random, withKey)];
    const [a, b] = [await side(selectOf(before), columns(withKey)), await side(selectOf(after), columns(withKey))];
    const result = await compareNow(test.ctx, a, b);
    const text = (row: readonly (string | null)[]) => JSON.stringify(row);
    const found = (await differencePage(test.ctx, a, b, { kind: null, page: 1, size: 100 }))?.rows ?? [];
    const told = (kind: RowChange, which: 'before' | 'after') =>
      found
        .filter((row) => row.kind === kind)
        .map((row) => text(row.cells.map((cell) => cell[which] as string | null)))
        .sort();
    if (withKey) {
      const was = new Map(before.map((row) => [row[0], text(row)]));
      const is = new Map(after.map((row) => [row[0], text(row)]));
      expect(told('added', 'after')).toEqual([...is].flatMap(([k, row]) => (was.has(k) ? [] : [row])).sort());
      expect(told('removed', 'before')).toEqual([...was].flatMap(([k, row]) => (is.has(k) ? [] : [row])).sort());
      const changed = [...is].flatMap(([k, row]) => (was.has(k) && was.get(k) !== row ? [row] : []));
      expect(told('changed', 'after')).toEqual(changed.sort());
      expect(result.rowsChanged).toBe(changed.length);
      return;
    }
    const counts = new Map<string, number>();
    for (const row of after) counts.set(text(row), (counts.get(text(row)) ?? 0) + 1);
    for (const row of before) counts.set(text(row), (counts.get(text(row)) ?? 0) - 1);
    const times = (sign: number) =>
      [...counts].flatMap(([row, n]) => Array<string>(Math.max(0, n * sign)).fill(row)).sort();
    expect(told('added', 'after')).toEqual(times(1));
    expect(told('removed', 'before')).toEqual(times(-1));
    expect(result).toMatchObject({ rowsAdded: times(1).length, rowsRemoved: times(-1).length, rowsChanged: null });
  });
});
