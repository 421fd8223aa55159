import type { Log } from '../logging/log.ts';
import { type ContextForJob, carryOut } from './carry-out.ts';
import { type AnyJob, type JobEnvelope, PARKED } from './job-queue.ts';
import { PgBoss } from './pg-boss.ts';

/** One job done at set times. */
export interface ScheduledJob {
  readonly job: string;
  /** Five fields, Kyiv time, e.g. `15 3 * * *`. */
  readonly cron: string;
  readonly data: object;
}

export interface WorkOptions {
  readonly databaseUrl: string;
  readonly jobs: readonly AnyJob[];
  readonly schedule: readonly ScheduledJob[];
  readonly community: string;
  readonly contextFor: ContextForJob;
  readonly log: Log;
  /**
   * True where no other worker can exist: then every job marked as active belongs to a killed process and is taken up at once,
   * without waiting for its missing heartbeat.
   */
  readonly sole: boolean;
}

export interface Working {
  /** Lets running jobs see the end (their signal), gives unfinished ones back, and stops. */
  stop(): Promise<void>;
}

/** Hands jobs of a killed process back: tried again, or parked when that was their last try. */
async function takeBack(boss: PgBoss, names: readonly string[], log: Log): Promise<void> {
  for (const name of names) {
    const { rows } = await boss
      .getDb()
      .executeSql(`select id from pgboss.job where name = $1 and state = 'active'`, [name]);
    const ids = rows.map((row: { id: string }) => row.id);
    if (ids.length === 0) continue;
    log.warn({ job: name, count: ids.length }, 'jobs of a killed worker are taken up again');
    await boss.fail(name, ids, { message: 'the process that did the work was stopped' });
  }
}

async function keepSchedule(boss: PgBoss, options: WorkOptions): Promise<void> {
  const wanted = new Set(options.schedule.map(({ job }) => job));
  for (const { name } of await boss.getSchedules()) if (!wanted.has(name)) await boss.unschedule(name);
  for (const { job, cron, data } of options.schedule) {
    await boss.schedule(job, cron, { community: options.community, data }, { tz: 'Europe/Kyiv', missed: 'once' });
  }
}

/** How each kind of job is taken: one at a time; LISTEN wakes us, the poll is the floor. */
const TAKING = {
  includeMetadata: true,
  batchSize: 1,
  pollingIntervalSeconds: 2,
  notifyPollingIntervalSeconds: 2, // a second try is not announced
  heartbeatRefreshSeconds: 3,
} as const;

/** Takes up jobs until stopped: a small one of each kind at a time, each with its heartbeat. */
export async function workJobs(options: WorkOptions): Promise<Working> {
  const { databaseUrl, jobs, contextFor, log, sole } = options;
  const byName = new Map(jobs.map((job) => [job.name, job]));
  const names = [...byName.keys(), PARKED];
  const boss = new PgBoss({
    connectionString: databaseUrl,
    max: 4,
    application_name: 'vidkryto jobs',
    useListenNotify: true, // a job starts the moment it is committed
    createSchema: false,
    migrate: false,
    superviseIntervalSeconds: 5, // with the heartbeat of 10 s: how soon another machine's killed worker is seen
    monitorIntervalSeconds: 5,
  });
  boss.on('error', (error) => log.warn({ error: String(error) }, 'pg-boss reports an error'));
  await boss.start();
  if (sole) await takeBack(boss, names, log);
  await keepSchedule(boss, options);
  for (const name of names) {
    const worker = await boss.work<JobEnvelope, void, typeof TAKING>(name, TAKING, async (taken) => {
      for (const job of taken) await carryOut(byName, contextFor, job);
      if (taken.length > 0) boss.notifyWorker(worker); // another may wait already: a backlog is worked off without pauses
    });
  }
  return { stop: () => boss.stop({ graceful: true, timeout: 10_000, close: true }) };
}
