import type { Database } from '../context.ts';
import type { Log } from '../logging/log.ts';
import { type ContextForJob, carryOut } from './carry-out.ts';
import { type AnyJob, countJobs, type JobEnvelope, PARKED, quietBoss } from './job-queue.ts';

/**
 * Does all waiting jobs in this process, one after another, until none is left: for tests and `vidkryto demo`.
 * Delays between tries are not waited for; a job that keeps failing is tried as often as always and then parked.
 * @returns how many tries were made
 */
export async function drainJobs(
  db: Database,
  jobs: readonly AnyJob[],
  contextFor: ContextForJob,
  log: Log,
): Promise<number> {
  const byName = new Map(jobs.map((job) => [job.name, job]));
  const names = [...byName.keys(), PARKED];
  const boss = await quietBoss(db, log).start();
  let tries = 0;
  try {
    for (let found = true; found; ) {
      found = false;
      const waiting = await namesOfWaiting(db);
      for (const name of names.filter((one) => waiting.has(one))) {
        const taken = await boss.fetch<JobEnvelope>(name, { includeMetadata: true, ignoreStartAfter: true });
        for (const job of taken) {
          found = true;
          tries += 1;
          try {
            await carryOut(byName, contextFor, job);
            await boss.complete(name, job.id);
          } catch (error) {
            await boss.fail(name, job.id, { message: error instanceof Error ? error.message : String(error) });
          }
        }
      }
    }
  } finally {
    await boss.stop({ graceful: false, close: false });
  }
  return tries;
}

/** Asked at once: to fetch from each of many empty queues would cost more than most jobs do. */
async function namesOfWaiting(db: Database): Promise<ReadonlySet<string>> {
  const waiting = (await countJobs(db)).filter(({ state }) => state === 'created' || state === 'retry');
  return new Set(waiting.map(({ name }) => name));
}
