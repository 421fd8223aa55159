import type { Context } from '../context.ts';
import { quietError, withoutValues, wordsOf } from '../logging/without-values.ts';
import { type AnyJob, type JobEnvelope, PARKED, RETRY_LIMIT } from './job-queue.ts';
import type { JobWithMetadata } from './pg-boss.ts';

/** A job as pg-boss hands it over. */
export type TakenJob = Pick<
  JobWithMetadata<JobEnvelope>,
  'id' | 'name' | 'data' | 'retryCount' | 'signal' | 'sourceName' | 'sourceOutput'
>;

/** The context of one job: its community, its signal. */
export type ContextForJob = (job: TakenJob) => Context;

/** Why a job was parked, in its own last words. */
function reasonOf(output: unknown): string {
  if (output && typeof output === 'object') {
    const { message, value } = output as { message?: unknown; value?: { message?: unknown } };
    if (typeof message === 'string') return message;
    if (typeof value?.message === 'string') return value.message;
  }
  return 'the process that did the work was stopped';
}

async function park(jobs: ReadonlyMap<string, AnyJob>, ctx: Context, job: TakenJob): Promise<void> {
  const definition = jobs.get(job.sourceName ?? '');
  const reason = withoutValues(reasonOf(job.sourceOutput));
  ctx.log.error({ job: job.sourceName, reason }, 'a job failed for the last time and is parked');
  if (!definition?.park) return;
  await definition.park(ctx, definition.data.parse(job.data.data) as never, reason);
}

/** Does one taken job, or parks one that failed for the last time. Throws what the handler throws, in words without values: pg-boss then tries again and keeps them. */
export async function carryOut(
  jobs: ReadonlyMap<string, AnyJob>,
  contextFor: ContextForJob,
  job: TakenJob,
): Promise<void> {
  const ctx = contextFor(job);
  if (job.name === PARKED) return park(jobs, ctx, job);
  const definition = jobs.get(job.name);
  if (!definition) throw new Error(`nobody handles ${job.name}`);
  const run = { id: job.id, attempt: job.retryCount + 1, last: job.retryCount >= RETRY_LIMIT };
  const started = performance.now();
  try {
    await definition.handle(ctx, definition.data.parse(job.data.data) as never, run);
    ctx.log.info({ milliseconds: Math.round(performance.now() - started) }, 'job done');
  } catch (error) {
    ctx.log.warn({ attempt: run.attempt, error: wordsOf(error) }, 'job failed');
    throw quietError(error); // pg-boss keeps all that hangs on it
  }
}
