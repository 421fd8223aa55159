import { setTimeout as sleep } from 'node:timers/promises';
import { system } from '../../kernel/actor.ts';
import { actingAs } from '../../platform/context.ts';
import type { ContextForJob } from '../../platform/jobs/carry-out.ts';
import { workJobs } from '../../platform/jobs/work-jobs.ts';
import { openLog } from '../../platform/logging/pino-log.ts';
import { COMMUNITY } from '../compose.ts';
import { databaseOf } from '../database-of.ts';
import { backgroundThreads, openSystem } from '../open-system.ts';
import { SCHEDULE } from '../schedule.ts';
import { aborted, stopSignal } from '../stop-signal.ts';
import type { Command } from './command.ts';

/** Does background work until it is asked to stop. */
export const worker: Command = async ({ args, config }) => {
  const log = openLog({ level: config.logLevel, process: 'worker' });
  const signal = stopSignal();
  const { url: databaseUrl, release } = await databaseOf(config, log);
  const opened = await openSystem({ config, databaseUrl, log, signal, threads: backgroundThreads(config) });
  const contextFor: ContextForJob = (job) => ({
    ...actingAs(opened.ctx, system('worker')),
    via: { kind: 'job', address: null },
    log: log.child({ job: job.name, jobId: job.id }),
    signal: AbortSignal.any([signal, job.signal]),
  });
  const { jobs } = opened;
  const sole = args.includes('--sole');
  const working = await workJobs({
    databaseUrl,
    jobs,
    schedule: SCHEDULE,
    community: COMMUNITY,
    contextFor,
    log,
    sole,
  });
  process.send?.('ready');
  await aborted(signal);
  // A job that does not heed its signal is left to the next worker: better than a system that does not stop.
  await Promise.race([working.stop(), sleep(12_000)]);
  await opened.close();
  await release();
  return 0;
};
