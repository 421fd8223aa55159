import { createWriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listUnits, setUp } from '../../src/capabilities/accounts/index.ts';
import { createDataset } from '../../src/capabilities/catalog/index.ts';
import { loadReading, receiveFile, startReading } from '../../src/capabilities/ingest/index.ts';
import type { Context } from '../../src/platform/context.ts';
import { insideSystem } from '../support/inside-system.ts';
import { killHard, type RunningSystem, startSystem, until } from '../support/start-system.ts';

const ROWS = 400_000;

let system: RunningSystem;
beforeAll(async () => {
  system = await startSystem();
  await insideSystem(system.data, (ctx) =>
    setUp(ctx, {
      community: { name: 'Вербівська громада', edrpou: '04054346', katottg: 'UA46060370010049259' },
      administrator: { name: 'Ганна Мальва', email: 'a@example.org', password: 'Верба-над-ставком-27' },
    }),
  );
});
afterAll(() => system?.stop());

async function writeTable(path: string): Promise<void> {
  const out = createWriteStream(path);
  out.write('код;назва;адреса;сума\n');
  for (let n = 0; n < ROWS; n += 1) out.write(`${n};Заклад № ${n};вул. Їжакевича, ${n % 200};${n % 1000},50\n`);
  out.end();
  await finished(out);
}

/** Hands a large file over as a clerk would; gives the reading's id. */
async function handOver(ctx: Context, title: string): Promise<string> {
  const [root] = await listUnits(ctx);
  if (!root) throw new Error('no unit');
  const dataset = await createDataset(ctx, { unitId: root.id, title, resource: { kind: 'table', title } });
  const path = join(await ctx.objects.workFolder(), 'table.csv');
  await writeTable(path);
  const { id } = await startReading(ctx, {
    datasetId: dataset.id,
    resourceId: dataset.resources[0]?.id ?? '',
    unitId: root.id,
    fileName: 'table.csv',
    size: (await stat(path)).size,
  });
  await receiveFile(ctx, id, path);
  return id;
}

const AT_WORK = ['received', 'reading', 'mending'];

/** True when the reading's job is being tried for the n-th time. */
async function isTried(ctx: Context, id: string, attempt: number): Promise<boolean> {
  const { rows } = await sql`select 1 from pgboss.job where name = 'ingest.read-file' and state = 'active'
    and data -> 'data' ->> 'readingId' = ${id} and retry_count = ${attempt - 1}`.execute(ctx.db);
  return rows.length > 0;
}

/** Kills the worker in the middle of the n-th try. */
async function killAtTry(ctx: Context, id: string, attempt: number): Promise<void> {
  const works = async () => (await isTried(ctx, id, attempt)) && (await loadReading(ctx, id)).state === 'reading';
  await until(`try ${attempt}`, works, 40_000);
  const before = system.processes().worker?.[0];
  killHard(before);
  await until('there is another worker', () => {
    const now = system.processes().worker?.[0];
    return now !== undefined && now !== before;
  });
}

test('a file whose worker is killed in the middle is read to the end by the next one', async () => {
  await insideSystem(system.data, async (ctx) => {
    const id = await handOver(ctx, 'Заклади громади');
    await killAtTry(ctx, id, 1);
    await until('it is read', async () => !AT_WORK.includes((await loadReading(ctx, id)).state), 60_000);
    const reading = await loadReading(ctx, id);
    expect(['checked', 'ready']).toContain(reading.state);
    expect(reading.inspection?.rows).toBe(ROWS);
  });
}, 150_000);

test('a file that kills its worker three times is parked with a reason the clerk can read', async () => {
  await insideSystem(system.data, async (ctx) => {
    const id = await handOver(ctx, 'Заклади, що не читаються');
    for (const attempt of [1, 2, 3]) await killAtTry(ctx, id, attempt);
    await until('it is parked', async () => (await loadReading(ctx, id)).state === 'failed', 60_000);
    expect((await loadReading(ctx, id)).refusal?.message.uk).toMatch(/\S/);
    expect(await (await fetch(`${system.url}/healthz`)).json()).toMatchObject({ status: 'ok' });
  });
}, 180_000);
