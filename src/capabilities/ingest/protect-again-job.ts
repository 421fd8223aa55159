import { z } from 'zod';
import { defineJob } from '../../platform/jobs/job.ts';
import { protectAgain } from './protect-again.ts';

/** The same as `protectAgain`, for what cannot call it. */
export const protectAgainJob = defineJob({
  name: 'ingest.protect-again',
  data: z.object({ resourceId: z.uuid() }),
  handle: (ctx, { resourceId }) => protectAgain(ctx, resourceId),
});
