import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { publishDataset } from '../../src/capabilities/publishing/index.ts';
import { openTable, parseRowQuery, queryRows } from '../../src/capabilities/tables/index.ts';
import { makeTestContext, type TestContext } from '../support/make-context.ts';
import { draftDataset, setUpCommunity } from '../support/publish-file.ts';

/** Headings and values that try to be something else than data. */
const HEADINGS = [
  `x"; DROP TABLE t; --`,
  `' OR 1=1 --`,
  `read_text('/etc/passwd')`,
  'c0',
  '$1',
  '{{constructor}}',
  '__proto__',
  '=HYPERLINK(A1)',
];
const VALUES = [`'; COPY (SELECT 1) TO '/tmp/x'; --`, '(a+)+$', '%', '\\', '__proto__', '<b>&amp;', '=1+1', `"`];

let world: TestContext;
let tableId: string;
beforeAll(async () => {
  world = await makeTestContext();
  const unitId = await setUpCommunity(world);
  const quoted = (cells: readonly string[]) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(';');
  const rows = [VALUES, [...VALUES].reverse(), VALUES.map((_, n) => `звичайне ${n}`)];
  const text = [HEADINGS, ...rows].map(quoted).join('\n');
  const dataset = await draftDataset(world, unitId, 'Ворожа таблиця', { name: 'ворожа.csv', text: `${text}\n` });
  const version = await publishDataset(world.ctx, dataset.id);
  tableId = version.resources[0]?.tableId ?? '';
});
afterAll(() => world.close());

async function ask(parameters: Record<string, string>) {
  const { manifest } = await openTable(world.ctx, tableId);
  return queryRows(world.ctx, tableId, parseRowQuery(manifest.columns, new URLSearchParams(parameters)));
}

describe('headings and values that try to be SQL, patterns or properties', () => {
  test('are read back letter for letter', async () => {
    const page = await ask({});
    expect(page.columns.map(({ title }) => title)).toEqual(HEADINGS);
    expect(page.total).toBe(3);
    expect(page.columns.map(({ name }) => page.rows[0]?.[name])).toEqual(VALUES);
  });

  test('sort, filter and search only by what they say', async () => {
    const { columns } = await ask({});
    for (const { name } of columns) expect((await ask({ sort: `-${name}` })).total, name).toBe(3);
    for (const [at, value] of VALUES.entries()) {
      const name = columns[at]?.name ?? '';
      expect((await ask({ [`${name}__exact`]: value })).total, value).toBe(1);
      expect((await ask({ [`${name}__contains`]: value })).total, value).toBe(1);
    }
    expect((await ask({ q: '(a+)+$' })).total).toBe(2);
    expect((await ask({ q: `' OR 1=1 --` })).total).toBe(0);
  });

  test('as names of columns nobody has are refused by name', async () => {
    for (const name of ['x" or "1"="1', 'c0); select 1; --', 'hasOwnProperty', 'toString']) {
      await expect(ask({ [`${name}__exact`]: '1' }), name).rejects.toMatchObject({ kind: 'invalid' });
      await expect(ask({ sort: name }), name).rejects.toMatchObject({ kind: 'invalid' });
    }
  });
});
