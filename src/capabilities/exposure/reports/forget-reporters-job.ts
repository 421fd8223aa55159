import { z } from 'zod';
import { defineJob } from '../../../platform/jobs/job.ts';
import { forgetReporters } from './report-store.ts';

/** The words and the address of an answered report are kept so long, ms: they may hold what should not have been public. */
const KEPT = 90 * 24 * 60 * 60_000;

/** Each night: forgets addresses and words of reports answered long ago; that there was one, and its answer, stay. */
export const forgetReportersJob = defineJob({
  name: 'exposure.forget-reporters',
  data: z.object({}),
  async handle(ctx) {
    const forgotten = await forgetReporters(ctx.db, new Date(ctx.clock.now().getTime() - KEPT));
    if (forgotten > 0) ctx.log.info({ forgotten }, 'words of answered reports forgotten');
  },
});
