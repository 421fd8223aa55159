import type { Database } from '../context.ts';
import type { Log } from '../logging/log.ts';
import { type ContextForJob, carryOut } from './carry-out.ts';
import { type AnyJob, type JobEnvelope, PARKED, quietBoss } from './job-queue.ts';

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
  const boss = await quietBoss(db, log).start();
  let tries = 0;
  try {
    for (let found = true; found; ) {
      found = false;
      for (const name of [...byName.keys(), PARKED]) {
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
