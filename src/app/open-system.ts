import { mkdir } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Actor, system } from '../kernel/actor.ts';
import { MIGRATIONS } from '../migrations/list.ts';
import type { Config } from '../platform/config/settings.ts';
import type { Context } from '../platform/context.ts';
import { migrate } from '../platform/database/migrate.ts';
import { type OpenDatabase, openDatabase } from '../platform/database/open-database.ts';
import type { DuckDb } from '../platform/duckdb/duckdb.ts';
import { openLazyDuckDb } from '../platform/duckdb/lazy-duckdb.ts';
import { drainJobs } from '../platform/jobs/drain-jobs.ts';
import { type AnyJob, countJobs, openJobQueue, prepareJobs } from '../platform/jobs/job-queue.ts';
import type { Log } from '../platform/logging/log.ts';
import { SILENT } from '../platform/logging/pino-log.ts';
import { openFolderStore } from '../platform/objects/folder-store.ts';
import { secretKey } from '../platform/secrets/secret-key.ts';
import { secretsOf } from '../platform/secrets/secrets.ts';
import { makeContext } from './compose.ts';
import { databaseOf } from './database-of.ts';
import { allJobs } from './job-list.ts';

/** The whole system inside one process, open. */
export interface System {
  /** Of a visitor; `actingAs(ctx, …)` makes it another's. */
  readonly ctx: Context;
  readonly database: OpenDatabase;
  readonly jobs: readonly AnyJob[];
  close(): Promise<void>;
}

export interface OpenSystemOptions {
  readonly config: Config;
  readonly databaseUrl: string;
  readonly log: Log;
  readonly signal: AbortSignal;
  readonly connections?: number;
  /** Cores for tables; all by default. */
  readonly threads?: number;
  /** Another door to DuckDB than this process's own, e.g. the web's to its query process. */
  readonly duckdb?: DuckDb & { close(): Promise<void> };
}

/** Folder of the objects. */
export function objectsFolder(config: Config): string {
  return join(config.data, 'objects');
}

/** Background work leaves one core to the visitors. */
export function backgroundThreads(config: Config): number {
  return Math.max(1, (config.threads ?? availableParallelism()) - 1);
}

/** Opens all parts on a database that is migrated already. */
export async function openSystem(options: OpenSystemOptions): Promise<System> {
  const { config, log, signal } = options;
  const folder = objectsFolder(config);
  await mkdir(folder, { recursive: true });
  const database = openDatabase(options.databaseUrl, log, options.connections);
  const duckdb = options.duckdb ?? openLazyDuckDb({ folder, threads: options.threads ?? config.threads ?? undefined });
  const queue = openJobQueue(database.db, log);
  const jobs = allJobs(config.uploadLimit * 1024 * 1024);
  const clock = { now: () => new Date() };
  const ctx = makeContext({
    db: database.db,
    objects: openFolderStore(folder),
    duckdb,
    queue,
    jobs,
    mailEnvironment: { url: config.smtpUrl, from: config.mailFrom },
    origin: config.url === null ? null : new URL(config.url).origin,
    secrets: secretsOf(await secretKey(config.secretKey, config.data)),
    clock,
    log,
    signal,
  });
  return {
    ctx,
    database,
    jobs,
    async close() {
      await queue.close();
      await duckdb.close();
      await database.close();
    },
  };
}

/** Brings the database to the present form, jobs' queues included. Gives the names of the steps done. */
export async function migrateAll(databaseUrl: string, log: Log): Promise<string[]> {
  const database = openDatabase(databaseUrl, log, 2);
  try {
    const done = await migrate(database.db, MIGRATIONS, log);
    await prepareJobs(database.db, allJobs(), log);
    return done;
  } finally {
    await database.close();
  }
}

/** What a command of the command line gets to work with. */
export interface CommandSystem extends System {
  as(actor: Actor): Context;
  /** Does all waiting jobs here and now, and waits for those a running worker has taken. */
  settle(): Promise<void>;
}

/** Jobs done here, and by whoever else works on this database, until none is left. */
async function settleJobs(database: OpenDatabase, drain: () => Promise<number>): Promise<void> {
  for (;;) {
    await drain();
    const counts = await countJobs(database.db);
    if (!counts.some(({ state }) => state !== 'failed')) return;
    await sleep(200);
  }
}

/** Opens the system for one command (starting PostgreSQL when none runs), does the deed, closes all. */
export async function withSystem<T>(
  config: Config,
  deed: (system: CommandSystem) => Promise<T>,
  log = SILENT,
): Promise<T> {
  const database = await databaseOf(config, log);
  const stop = new AbortController();
  try {
    await migrateAll(database.url, log);
    const opened = await openSystem({ config, databaseUrl: database.url, log, signal: stop.signal, connections: 5 });
    const as = (actor: Actor): Context => ({ ...opened.ctx, actor, via: { kind: 'command', address: null } });
    const drain = () => drainJobs(opened.database.db, opened.jobs, () => as(system('worker')), log);
    try {
      return await deed({ ...opened, as, settle: () => settleJobs(opened.database, drain) });
    } finally {
      await opened.close();
    }
  } finally {
    stop.abort();
    await database.release();
  }
}
