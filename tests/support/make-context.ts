import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { inject } from 'vitest';
import { makeContext } from '../../src/app/compose.ts';
import { allJobs } from '../../src/app/job-list.ts';
import { type Actor, system } from '../../src/kernel/actor.ts';
import { actingAs, type Clock, type Context, type Database } from '../../src/platform/context.ts';
import { socketUrl } from '../../src/platform/database/embedded-postgres.ts';
import { openDatabase } from '../../src/platform/database/open-database.ts';
import { openLocalDuckDb } from '../../src/platform/duckdb/local-duckdb.ts';
import { drainJobs } from '../../src/platform/jobs/drain-jobs.ts';
import { type AnyJob, openJobQueue, prepareJobs } from '../../src/platform/jobs/job-queue.ts';
import type { Log } from '../../src/platform/logging/log.ts';
import { SILENT } from '../../src/platform/logging/pino-log.ts';
import { type OutboxLetter, readOutbox } from '../../src/platform/mail/outbox.ts';
import { openFolderStore } from '../../src/platform/objects/folder-store.ts';

const TEMPLATE = 'template_migrated';

/** A clock that stands still where it is put, and goes with the machine's until then. */
export class TestClock implements Clock {
  #fixed: Date | null = null;

  now(): Date {
    return this.#fixed ?? new Date();
  }

  /** @param instant e.g. '2026-03-01T10:00:00+02:00' */
  set(instant: string | Date): void {
    this.#fixed = new Date(instant);
  }

  /** Goes with the machine's again. */
  go(): void {
    this.#fixed = null;
  }
}

export interface TestContextOptions {
  /** False: as where no mail server is configured. */
  readonly mailLeaves?: boolean;
  /** Where the clock stands still; left out: it goes. */
  readonly now?: string;
  /** Kinds of jobs beside the system's own. */
  readonly jobs?: readonly AnyJob[];
  /** Where the log goes; left out: nowhere. */
  readonly log?: Log;
}

export interface TestContext {
  /** Of the system itself, which may do everything; `as` makes it another's. */
  readonly ctx: Context;
  readonly clock: TestClock;
  /** Folder of the objects. */
  readonly folder: string;
  /** Connection string of this context's own database. */
  readonly databaseUrl: string;
  as(actor: Actor): Context;
  /** Does all enqueued jobs to the end, and those they enqueue; gives the number of tries. */
  runJobs(): Promise<number>;
  /** Letters written, the newest first. */
  letters(): Promise<OutboxLetter[]>;
  close(): Promise<void>;
}

async function onServer(deed: (db: Database) => Promise<unknown>): Promise<void> {
  const root = openDatabase(socketUrl(inject('socketFolder'), 'postgres'), SILENT, 1);
  try {
    await deed(root.db);
  } finally {
    await root.close();
  }
}

/**
 * Real parts for one test file: a database of its own (a clone of the migrated one, ~20 ms), objects in a folder, DuckDB, the
 * outbox, jobs. Call `close` in afterAll.
 */
export async function makeTestContext(options: TestContextOptions = {}): Promise<TestContext> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await onServer((db) =>
    sql`create database ${sql.id(name)} template ${sql.id(TEMPLATE)} strategy file_copy`.execute(db),
  );
  const databaseUrl = socketUrl(inject('socketFolder'), name);
  const database = openDatabase(databaseUrl, SILENT, 5);
  const folder = await mkdtemp(join(tmpdir(), 'vidkryto-objects-'));
  const clock = new TestClock();
  if (options.now) clock.set(options.now);
  const jobs = [...allJobs(), ...(options.jobs ?? [])];
  if (options.jobs) await prepareJobs(database.db, jobs, SILENT);
  const queue = openJobQueue(database.db, SILENT);
  const duckdb = openLocalDuckDb({ folder, threads: 2 });
  const stop = new AbortController();
  const log = options.log ?? SILENT;
  const parts = { db: database.db, objects: openFolderStore(folder), duckdb, queue, jobs, clock, log };
  const ctx = makeContext({ ...parts, mailLeaves: options.mailLeaves ?? true, signal: stop.signal }, system('test'));
  return {
    ctx,
    clock,
    folder,
    databaseUrl,
    as: (actor) => actingAs(ctx, actor),
    runJobs: () => drainJobs(database.db, jobs, () => actingAs(ctx, system('worker')), log),
    letters: () => readOutbox(database.db),
    async close() {
      stop.abort();
      await queue.close();
      await duckdb.close();
      await database.close();
      await onServer((db) => sql`drop database ${sql.id(name)} with (force)`.execute(db));
      await rm(folder, { recursive: true, force: true });
    },
  };
}
