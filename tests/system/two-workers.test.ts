import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ensureDatabase } from '../../src/app/database-of.ts';
import { openSystem, type System } from '../../src/app/open-system.ts';
import { listUnits, setUp } from '../../src/capabilities/accounts/index.ts';
import { createDataset } from '../../src/capabilities/catalog/index.ts';
import { loadReading, receiveFile, startReading } from '../../src/capabilities/ingest/index.ts';
import { system as systemActor } from '../../src/kernel/actor.ts';
import { readConfig } from '../../src/platform/config/read-config.ts';
import { actingAs, type Context } from '../../src/platform/context.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../src/platform/database/embedded-postgres.ts';
import { SILENT } from '../../src/platform/logging/pino-log.ts';
import { killHard, type RunningSystem, startSystem, until } from '../support/start-system.ts';

const FILES = 12;

let folder: string;
let postgres: EmbeddedPostgres;
let running: RunningSystem;
let opened: System;
let ctx: Context;
const extra: number[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vidkryto-outside-'));
  postgres = await startEmbeddedPostgres({ cluster: join(folder, 'cluster'), log: SILENT });
  const databaseUrl = await ensureDatabase(postgres, SILENT);
  const data = join(folder, 'data');
  running = await startSystem({ data, environment: { DATABASE_URL: databaseUrl } });
  // a second worker on the same records and files, as another machine would have
  const second = spawn(process.execPath, ['dist/server/main.js', 'worker'], {
    env: { ...process.env, NODE_ENV: 'production', DATABASE_URL: databaseUrl, VIDKRYTO_DATA: data },
    stdio: 'ignore',
  });
  extra.push(second.pid ?? 0);
  const config = readConfig({ VIDKRYTO_DATA: data });
  const { signal } = new AbortController();
  opened = await openSystem({ config, databaseUrl, log: SILENT, signal, connections: 3 });
  ctx = actingAs(opened.ctx, systemActor('test'));
  await setUp(ctx, {
    community: { name: 'Вербівська громада', edrpou: '04054346', katottg: 'UA46060370010049259' },
    administrator: { name: 'Ганна Мальва', email: 'a@example.org', password: 'Верба-над-ставком-27' },
  });
});
afterAll(async () => {
  for (const pid of extra) killHard(pid);
  await opened?.close();
  await running?.stop();
  await postgres?.stop();
  await rm(folder, { recursive: true, force: true });
});

async function give(n: number): Promise<string> {
  const unitId = (await listUnits(ctx))[0]?.id ?? '';
  const title = `Таблиця ${n}`;
  const dataset = await createDataset(ctx, { unitId, title, resource: { kind: 'table', title } });
  const path = join(await ctx.objects.workFolder(), 'table.csv');
  const text = `Код;Назва\n${Array.from({ length: 20_000 }, (_, row) => `${row};Заклад ${n}-${row}\n`).join('')}`;
  await writeFile(path, text);
  const { id } = await startReading(ctx, {
    datasetId: dataset.id,
    resourceId: dataset.resources[0]?.id ?? '',
    unitId,
    fileName: 'table.csv',
    size: Buffer.byteLength(text),
  });
  await receiveFile(ctx, id, path);
  return id;
}

/** Jobs of reading as the queue remembers them. */
async function readingJobs() {
  const { rows } = await sql<{ id: string; tries: number; state: string }>`
    select data -> 'data' ->> 'readingId' as id, retry_count as tries, state::text as state
    from pgboss.job where name = 'ingest.read-file'`.execute(ctx.db);
  return rows;
}

/** Connections the workers take jobs by: each has its own. */
async function workersConnected(): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(distinct pid)::int as n from pg_stat_activity
    where application_name = 'vidkryto jobs' and query ilike 'listen%'`.execute(ctx.db);
  return rows[0]?.n ?? 0;
}

test('two workers on a PostgreSQL of one’s own do every job once, and a killed one’s is done by the other', async () => {
  await until('both workers listen', async () => (await workersConnected()) >= 2, 30_000);
  const ids: string[] = [];
  for (let n = 0; n < FILES; n += 1) ids.push(await give(n));
  const ready = async () =>
    (await Promise.all(ids.map((id) => loadReading(ctx, id)))).every(({ state }) => state === 'ready');
  await until('all are read', ready, 120_000);
  // a reading is ready in its job's own transaction, and the job is closed a moment after
  const closed = async () => (await readingJobs()).every(({ state }) => state === 'completed');
  await until('their jobs are closed', closed, 30_000);
  const jobs = await readingJobs();
  expect(jobs.map(({ id }) => id).sort()).toEqual([...ids].sort());
  expect(jobs.every(({ tries }) => tries === 0)).toBe(true);

  const late = await give(FILES);
  killHard(extra.pop());
  await until('the last one is read', async () => (await loadReading(ctx, late)).state === 'ready', 90_000);
  expect((await loadReading(ctx, late)).inspection?.rows).toBe(20_000);
}, 300_000);
