import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createServiceToken } from '../../src/capabilities/accounts/index.ts';
import {
  askForPublication,
  awaitPublication,
  findPublicTable,
  sweepRowFilesJob,
} from '../../src/capabilities/publishing/index.ts';
import { openTable } from '../../src/capabilities/tables/index.ts';
import { bigDraft } from '../support/big-draft.ts';
import { insideSystem } from '../support/inside-system.ts';
import { killHard, type RunningSystem, startSystem, until } from '../support/start-system.ts';

const ROWS = 200_000;
/** Rows of a batch: two of three in the place of old ones, the third new. */
const BATCH = 30_000;

let system: RunningSystem;
let secret = '';
let resource = '';

beforeAll(async () => {
  system = await startSystem();
  await insideSystem(system.data, async (ctx) => {
    const { id, unitId, resources } = await bigDraft(ctx, ROWS);
    resource = resources[0]?.id ?? '';
    const { state } = await awaitPublication(ctx, await askForPublication(ctx, id), 120_000);
    expect(state).toBe('done');
    const token = { name: 'Облік', scopes: ['rows.write' as const], unitId, datasetIds: null };
    secret = (await createServiceToken(ctx, token)).secret;
  });
}, 300_000);
afterAll(() => system?.stop());

/** Its batch: each says its own number in every row it writes. */
function batch(number: number): object[] {
  return Array.from({ length: BATCH }, (_, i) => ({
    kod: i % 3 === 0 ? ROWS + number * BATCH + i : number * BATCH + i,
    nazva: `порція ${number}`,
  }));
}

async function write(number: number): Promise<Response | null> {
  return fetch(`${system.url}/api/rows/${resource}`, {
    method: 'PUT',
    headers: {
      authorization: `Bearer ${secret}`,
      'content-type': 'application/json',
      'idempotency-key': `batch-${number}`,
      connection: 'close',
    },
    body: JSON.stringify(batch(number)),
  }).catch(() => null);
}

async function total(query = ''): Promise<number> {
  const answer = await fetch(`${system.url}/api/rows/${resource}?page_size=1${query}`, {
    headers: { connection: 'close' },
  });
  expect(answer.status).toBe(200);
  return ((await answer.json()) as { total: number }).total;
}

const rowsOf = (number: number) => total(`&nazva=${encodeURIComponent(`порція ${number}`)}`);

const ownFiles = () => readdir(join(system.data, 'objects/public', resource)).catch(() => [] as string[]);

/** Whether a write has begun its work: the batch lies beside the objects. */
async function batchLies(): Promise<boolean> {
  const work = join(system.data, 'objects/work');
  for (const job of await readdir(work).catch(() => [] as string[])) {
    if ((await readdir(join(work, job)).catch(() => [] as string[])).includes('batch.jsonl')) return true;
  }
  return false;
}

async function killWeb(): Promise<void> {
  const before = system.processes().web?.[0];
  killHard(before);
  await until('there is another web process', () => {
    const now = system.processes().web?.[0];
    return now !== undefined && now !== before;
  });
  await system.healthy(60_000);
}

async function soon(holds: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 30_000; Date.now() < end; await pause(1)) if (await holds()) return;
  throw new Error('the write never came so far');
}

/** Moments of a write at which its process dies. */
const MOMENTS: readonly (readonly [string, number, (before: number) => Promise<boolean>])[] = [
  ['the batch has just come', 1, batchLies],
  ['its first file is in place', 2, async (before) => (await ownFiles()).length > before],
];

test.each(MOMENTS)(
  'a write whose process is killed when %s is there whole or not at all, and once when repeated',
  async (_, number, come) => {
    const before = await total();
    const files = (await ownFiles()).length;
    const answer = write(number);
    await soon(() => come(files));
    await killWeb();
    await answer;
    const written = await rowsOf(number);
    expect([0, BATCH]).toContain(written);
    expect(await total()).toBe(before + (written === 0 ? 0 : BATCH / 3));

    const again = await write(number);
    expect(again?.status, await again?.clone().text()).toBe(200);
    expect(await again?.json()).toMatchObject({ added: BATCH / 3, changed: (BATCH / 3) * 2, rows: before + BATCH / 3 });
    const third = await write(number);
    expect(third?.headers.get('idempotency-replayed')).toBe('true');
    expect([await rowsOf(number), await total()]).toEqual([BATCH, before + BATCH / 3]);
  },
  180_000,
);

test('a write that was answered is there though its process is killed at once; what killed writes left is swept', async () => {
  const before = await total();
  expect((await write(3))?.status).toBe(200);
  await killWeb();
  expect([await rowsOf(3), await total()]).toEqual([BATCH, before + BATCH / 3]);

  await insideSystem(system.data, async (ctx) => {
    await sweepRowFilesJob.handle(ctx, {}, { id: 'test', attempt: 1, last: false });
    const table = await openTable(ctx, (await findPublicTable(ctx, resource))?.tableId ?? '');
    const named = table.manifest.parts.flatMap(({ key, removed }) => [key, ...(removed ? [removed.key] : [])]);
    for (const key of named) expect(await ctx.objects.stat(key)).not.toBeNull();
  });
  expect([await rowsOf(1), await rowsOf(2), await rowsOf(3)]).toEqual([BATCH, BATCH, BATCH]);
}, 120_000);
