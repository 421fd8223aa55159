import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  askForPublication,
  awaitPublication,
  listVersions,
  loadPurge,
  purgeVersion,
  writeRows,
} from '../../src/capabilities/publishing/index.ts';
import { openWholeTable } from '../../src/capabilities/tables/index.ts';
import { type Context, transaction } from '../../src/platform/context.ts';
import { bigDraft } from '../support/big-draft.ts';
import { insideSystem } from '../support/inside-system.ts';
import { killHard, type RunningSystem, startSystem, until } from '../support/start-system.ts';

const TOLD = /Звернення № \d/u;

let system: RunningSystem;
beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system?.stop());

async function ask(path: string, method: string, headers: Record<string, string>) {
  const answer = await fetch(`${system.url}${path}`, { method, headers: { connection: 'close', ...headers } });
  return { status: answer.status, etag: answer.headers.get('etag') ?? '', text: await answer.text() };
}

/** Keys of the files a table is made of. */
const keysOf = async (ctx: Context, table: string) =>
  (await openWholeTable(ctx, table)).manifest.parts.map(({ key }) => key);

test('a withdrawal whose worker is killed in the middle is carried to its end; nothing of it is served meanwhile', async () => {
  await insideSystem(system.data, async (ctx) => {
    const dataset = await bigDraft(ctx, 20_000);
    expect((await awaitPublication(ctx, await askForPublication(ctx, dataset.id), 120_000)).state).toBe('done');
    const row = { kod: '1', nazva: 'Звернення № 7' };
    await writeRows(ctx, dataset.resources[0]?.id ?? '', { kind: 'put', rows: [row] });
    const versions = (await listVersions(ctx, dataset.id)).toSorted((one, other) => one.number - other.number);
    const [first = '', second = ''] = versions.flatMap(({ resources }) => resources[0]?.tableId ?? []);
    const paths = [first, second].flatMap((table) => [`/api/rows/${table}`, `/download/${table}.csv`]);
    const before = new Map<string, string>();
    for (const path of paths) {
      const shown = await ask(path, 'GET', {});
      expect([shown.status, TOLD.test(shown.text)], path).toEqual([200, true]);
      before.set(path, shown.etag);
    }
    const closed = async () => {
      for (const path of paths)
        for (const [method, headers] of [
          ['GET', {}],
          ['HEAD', {}],
          ['GET', { range: 'bytes=0-99' }],
          ['GET', { 'if-none-match': before.get(path) ?? '' }],
          ['HEAD', { 'if-none-match': '*' }],
        ] as const) {
          const { status, text } = await ask(path, method, headers);
          expect([status, TOLD.test(text)], `${method} ${path} ${JSON.stringify(headers)}`).toEqual([410, false]);
        }
    };
    const [keys, later] = [await keysOf(ctx, first), await keysOf(ctx, second)];
    const worker = system.processes().worker?.[0];
    // the second table is held, so that the work stops between the two
    const purge = await transaction(ctx, async (tx) => {
      await sql`select id from tables_table where id = ${second} for update`.execute(tx.db);
      const wish = { reason: 'У назвах були прізвища.', instead: 'none' as const, also: ['1', '2'] };
      const begun = await purgeVersion(ctx, dataset.id, 2, wish);
      await until('the first table is gone', async () => !(await there(ctx, keys)), 60_000);
      killHard(worker);
      expect((await loadPurge(ctx, begun.id)).doneAt).toBeNull();
      expect(await there(ctx, later)).toBe(true);
      await closed();
      return begun;
    });
    await closed();
    await until('it is done', async () => (await loadPurge(ctx, purge.id)).doneAt !== null, 400_000);
    expect(system.processes().worker?.[0]).not.toBe(worker);
    expect(await there(ctx, [...keys, ...later])).toBe(false);
    await closed();
  });
}, 600_000);

/** Whether any of the files is there, in either class. */
async function there(ctx: Context, keys: readonly string[]): Promise<boolean> {
  for (const key of keys)
    for (const objectClass of ['public', 'restricted'])
      if (await ctx.objects.stat(`${objectClass}${key.slice(key.indexOf('/'))}`)) return true;
  return false;
}
