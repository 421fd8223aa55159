import { sql } from 'kysely';
import type { ZodType } from 'zod';
import type { Context, Database } from '../context.ts';
import type { Log } from '../logging/log.ts';
import type { JobRun } from './job.ts';
import { fromKysely, type IDatabase, PgBoss } from './pg-boss.ts';

/** A killed worker's job is noticed after so many seconds without a beat (pg-boss takes no fewer). */
export const HEARTBEAT_SECONDS = 10;
/** Tries after the first. */
export const RETRY_LIMIT = 2;
/** Where jobs land that failed for the last time; its handler calls their `park`. */
export const PARKED = 'platform.parked';

/** What is kept of a job: whose it is and its data. */
export interface JobEnvelope {
  readonly community: string;
  readonly data: unknown;
}

/** Any definition, its data's type forgotten: what lists of jobs hold. */
export interface AnyJob {
  readonly name: string;
  readonly data: ZodType;
  handle(ctx: Context, data: never, run: JobRun): Promise<void>;
  park?(ctx: Context, data: never, reason: string): Promise<void>;
}

export interface EnqueueOptions {
  /** Asked for again under this key within half a minute, it is the same job. */
  readonly once?: string;
}

/** Enqueues jobs on the caller's transaction: they exist only if what caused them does. */
export interface JobQueue {
  enqueue(db: Database, name: string, envelope: JobEnvelope, options?: EnqueueOptions): Promise<void>;
  close(): Promise<void>;
}

/** Refuses two jobs of one name: exactly one handler per name, or no start. */
export function assertUniqueJobs(jobs: readonly AnyJob[]): void {
  const names = new Set<string>([PARKED]);
  for (const { name } of jobs) {
    if (names.has(name)) throw new Error(`two jobs are called ${name}`);
    names.add(name);
  }
}

/** pg-boss over a pool of ours. */
export function bossOver(db: Database): IDatabase {
  return fromKysely(db);
}

/** A pg-boss that only sends and fetches: it watches nothing and has no timers that matter. */
export function quietBoss(db: Database, log: Log): PgBoss {
  const boss = new PgBoss({ db: bossOver(db), supervise: false, schedule: false, migrate: false, createSchema: false });
  boss.on('error', (error) => log.warn({ error: String(error) }, 'pg-boss reports an error'));
  return boss;
}

/** Makes pg-boss's tables and a queue for each job. Part of migration: run once at start, before web and worker. */
export async function prepareJobs(db: Database, jobs: readonly AnyJob[], log: Log): Promise<void> {
  assertUniqueJobs(jobs);
  const boss = new PgBoss({ db: bossOver(db), supervise: false, schedule: false });
  boss.on('error', (error) => log.warn({ error: String(error) }, 'pg-boss reports an error'));
  await boss.start();
  try {
    const shared = {
      retryLimit: RETRY_LIMIT,
      heartbeatSeconds: HEARTBEAT_SECONDS,
      notify: true,
      expireInSeconds: 6 * 3600,
    };
    const known = new Set((await boss.getQueues()).map(({ name }) => name));
    if (!known.has(PARKED)) await boss.createQueue(PARKED, { ...shared, retryLimit: 5, retryBackoff: true });
    for (const { name } of jobs) {
      if (!known.has(name)) await boss.createQueue(name, { ...shared, retryBackoff: true, deadLetter: PARKED });
    }
  } finally {
    await boss.stop({ graceful: false, close: false });
  }
}

/** The sending side, for every process. pg-boss is started at the first job. */
export function openJobQueue(db: Database, log: Log): JobQueue {
  let boss: Promise<PgBoss> | null = null;
  return {
    async enqueue(transaction, name, envelope, { once } = {}) {
      boss ??= quietBoss(db, log).start();
      const sender = await boss;
      await sender.send(
        name,
        { ...envelope },
        {
          ...(once ? { singletonKey: once, singletonSeconds: 30 } : {}),
          db: fromKysely(transaction),
        },
      );
    },
    async close() {
      if (boss) await (await boss).stop({ graceful: false, close: false });
    },
  };
}

/** How many jobs wait or work, by name: for metrics. */
export async function countJobs(db: Database): Promise<{ name: string; state: string; count: number }[]> {
  const { rows } = await sql<{ name: string; state: string; count: number }>`
    select name, state::text as state, count(*)::int as count from pgboss.job
    where state in ('created', 'retry', 'active', 'failed') group by 1, 2`.execute(db);
  return rows;
}
