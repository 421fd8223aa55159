import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeTestContext, type TestContext } from '../../../tests/support/make-context.ts';
import { type ColumnSpec, smallTable } from '../../../tests/support/small-table.ts';
import { createTable } from './create-table.ts';
import { foldTable, needsFolding } from './fold-table.ts';
import { openTable } from './open-table.ts';
import { type PatchOutcome, patchTable } from './patch-table.ts';
import { patchedChanges } from './patched-changes.ts';
import { queryRows } from './query-rows.ts';
import type { BatchKind, SentRow } from './row-batch.ts';
import { cleanBatch } from './row-batch-rules.ts';
import { parseRowQuery } from './row-query-rules.ts';
import { streamTable } from './stream-table.ts';

let world: TestContext;
beforeAll(async () => {
  world = await makeTestContext();
});
afterAll(() => world.close());

const SPECS: readonly ColumnSpec[] = [
  ['code', 'Код', 'integer', { identifier: true }],
  ['name', 'Назва', 'text'],
  ['amount', 'Сума', 'decimal'],
];
const RULES = [{ name: 'name', required: true }];

/** 1000 rows: code i, name «рядок i», amount i / 4. */
const thousand = () =>
  smallTable(world, "SELECT i AS c0, 'рядок ' || i AS c1, CAST(i / 4 AS DOUBLE) AS c2 FROM range(1000) t(i)", SPECS);

/** Writes a batch; the id of the table after it. */
async function write(
  tableId: string,
  kind: BatchKind,
  rows: readonly SentRow[],
): Promise<PatchOutcome & { id: string }> {
  const table = await openTable(world.ctx, tableId);
  const clean = cleanBatch({ kind, rows }, table.manifest.columns, RULES);
  if ('faults' in clean) return { ...clean, id: tableId };
  const outcome = await patchTable(world.ctx, table, { kind, rows: clean.rows, rules: RULES });
  const manifest = 'manifest' in outcome ? outcome.manifest : null;
  const id = manifest ? await createTable(world.ctx, { resourceId: table.resourceId, manifest }) : tableId;
  return { ...outcome, id };
}

const counts = (outcome: PatchOutcome) => ('counts' in outcome ? outcome.counts : outcome.faults);

async function rows(tableId: string, question: Record<string, string> = {}) {
  const { columns } = await openTable(world.ctx, tableId);
  return queryRows(world.ctx, tableId, parseRowQuery(columns, new URLSearchParams({ page_size: '1000', ...question })));
}

async function csv(tableId: string): Promise<string[]> {
  let text = '';
  for await (const bytes of streamTable(world.ctx, await openTable(world.ctx, tableId), 'csv'))
    text += Buffer.from(bytes).toString();
  return text.trim().split('\r\n').slice(1);
}

describe('a batch by key', () => {
  test('adds, changes and deletes; the old table stays as it was', async () => {
    const first = await thousand();
    const put = await write(first, 'put', [
      { code: 5, name: 'нова п’ятірка', amount: '1,5' },
      { Код: 2000, Назва: 'додана', Сума: null },
      { code: 6, name: 'рядок 6', amount: 1.5 },
    ]);
    expect(counts(put)).toEqual({ added: 1, changed: 1, deleted: 0, unchanged: 1 });
    expect((await rows(put.id, { code: '5' })).rows).toEqual([{ code: 5, name: 'нова п’ятірка', amount: 1.5 }]);
    expect((await rows(put.id)).total).toBe(1001);
    expect((await rows(first, { code: '5' })).rows[0]?.name).toBe('рядок 5');

    const patch = await write(put.id, 'patch', [
      { code: 2000, amount: 7 },
      { code: 7, name: 'сімка' },
    ]);
    expect(counts(patch)).toMatchObject({ changed: 2, added: 0 });
    expect((await rows(patch.id, { code__in: '7,2000', sort: 'code' })).rows).toEqual([
      { code: 7, name: 'сімка', amount: 1.75 },
      { code: 2000, name: 'додана', amount: 7 },
    ]);
    const manifestOf = async (id: string) => (await openTable(world.ctx, id)).manifest;
    const [before, after] = [await manifestOf(first), await manifestOf(patch.id)];
    const looked = await patchedChanges(world.ctx, before, after);
    expect(looked).toMatchObject({ rowsAdded: 1, rowsRemoved: 0, rowsChanged: 2 });
    expect(await patchedChanges(world.ctx, before, after, true)).toEqual(looked);

    const gone = await write(patch.id, 'delete', [{ code: 0 }, { code: 2000 }, { code: 9999 }]);
    expect(counts(gone)).toEqual({ added: 0, changed: 0, deleted: 2, unchanged: 1 });
    expect((await rows(gone.id)).total).toBe(999);
    expect((await rows(gone.id)).rows[0]?.code).toBe(1);
    const again = await write(gone.id, 'delete', [{ code: 0 }]);
    expect([again.id, counts(again)]).toEqual([gone.id, { added: 0, changed: 0, deleted: 0, unchanged: 1 }]);
    expect(await patchedChanges(world.ctx, before, await manifestOf(gone.id))).toMatchObject({
      rowsAdded: 0,
      rowsRemoved: 1,
      rowsChanged: 2,
    });
  });

  test('with any fault is not written at all, and each fault has its place', async () => {
    const id = await thousand();
    const bad = await write(id, 'put', [
      { code: 'x', name: 'а' },
      { code: 1, name: '' },
      { name: 'без ключа' },
      { code: 3, name: 'так', colour: 'red' },
    ]);
    expect('faults' in bad && bad.faults.map(({ row, column }) => [row, column])).toEqual([
      [1, 'code'],
      [2, 'name'],
      [3, 'code'],
      [4, 'colour'],
    ]);
    const twice = await write(id, 'put', [
      { code: 1, name: 'а' },
      { code: 1, name: 'б' },
    ]);
    expect('faults' in twice && twice.faults[0]?.message.en).toContain('Row 1');
    const there = await write(id, 'append', [
      { code: 5000, name: 'нова' },
      { code: 9, name: 'є' },
    ]);
    expect('faults' in there && there.faults.map(({ row }) => row)).toEqual([2]);
    const partial = await write(id, 'patch', [{ code: 7000, amount: 1 }]);
    expect('faults' in partial && partial.faults[0]?.column).toBe('name');
    const large = await write(id, 'put', [{ code: '9999999999999999999', name: 'завелике' }]);
    expect('faults' in large && large.faults[0]?.message.uk).toContain('завелике');
    expect((await rows(id)).total).toBe(1000);
  });

  test('halves of characters and zeros become the sign for what cannot be read', async () => {
    const put = await write(await thousand(), 'put', [{ code: 5, name: 'а\ud800б\u0000', amount: 1 }]);
    expect((await rows(put.id, { code: '5' })).rows).toEqual([{ code: 5, name: 'а\ufffdб\ufffd', amount: 1 }]);
  });

  test('closed columns are named and refused', async () => {
    const id = await smallTable(world, 'SELECT 1 AS c0, 2 AS c1', [
      ['code', 'Код', 'integer', { identifier: true }],
      ['phone', 'Телефон', 'text', { sensitivity: 'restricted' }],
    ]);
    const refused = await write(id, 'put', [{ code: 1, phone: '123' }]);
    expect('faults' in refused && refused.faults[0]?.message.en).toContain('closed');
  });
});

test('thirty random batches leave what the same deeds leave in a plain map: pages, cursors, orders, groups of rows, files, folding', async () => {
  const model = new Map<number, string>();
  for (let i = 0; i < 1000; i++) model.set(i, `рядок ${i}`);
  let id = await thousand();
  let seed = 7;
  const random = (below: number) => {
    seed = (seed * 1103515245 + 12345) % 2 ** 31;
    return seed % below;
  };
  for (let batch = 0; batch < 30; batch++) {
    const codes = [...new Set(Array.from({ length: 1 + random(40) }, () => random(1300)))];
    if (batch % 3 === 2) {
      id = (
        await write(
          id,
          'delete',
          codes.map((code) => ({ code })),
        )
      ).id;
      for (const code of codes) model.delete(code);
    } else {
      id = (
        await write(
          id,
          'put',
          codes.map((code) => ({ code, name: `зміна ${batch}`, amount: batch })),
        )
      ).id;
      for (const code of codes) {
        model.delete(code);
        model.set(code, `зміна ${batch}`);
      }
    }
  }
  const expected = [...model].map(([code, name]) => `${code} ${name}`);
  const check = async (tableId: string) => {
    const lines = async (question: Record<string, string>) =>
      (await rows(tableId, question)).rows.map((row) => `${row.code} ${row.name}`);
    const pages = [];
    for (let page = 1; page <= Math.ceil(model.size / 90); page++)
      pages.push(...(await lines({ page: String(page), page_size: '90' })));
    expect(pages).toEqual(expected);
    const walked = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page = await rows(tableId, { cursor, page_size: '77' });
      walked.push(...page.rows.map((row) => `${row.code} ${row.name}`));
      cursor = page.cursor;
    }
    expect(walked).toEqual(expected);
    expect(await csv(tableId)).toEqual(expect.arrayContaining([expect.stringMatching(/^\d+,зміна/)]));
    expect((await csv(tableId)).map((line) => line.split(',').slice(0, 2).join(' '))).toEqual(expected);
    const byCode = [...model.keys()].sort((a, b) => b - a);
    expect((await rows(tableId, { sort: '-code' })).rows.map(({ code }) => code)).toEqual(byCode.slice(0, 1000));
    const changed = [...model].filter(([, name]) => name.startsWith('зміна'));
    expect((await rows(tableId, { name__startswith: 'зміна' })).total).toBe(changed.length);
  };
  await check(id);
  const table = await openTable(world.ctx, id);
  expect(table.manifest.rows).toBe(model.size);
  expect(needsFolding(table.manifest, true)).toBe(true);
  const manifest = await foldTable(world.ctx, table);
  expect(manifest.parts).toMatchObject([{ kind: 'base', rows: model.size }]);
  await check(await createTable(world.ctx, { resourceId: table.resourceId, manifest }));
});
