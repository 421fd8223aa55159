import { z } from 'zod';
import { transaction } from '../../platform/context.ts';
import { defineJob } from '../../platform/jobs/job.ts';
import { selectUnscanned } from './reading-store.ts';

/** Files looked at in one go: each takes as long as writing its table. */
const AT_ONCE = 20;

/** Has files looked at that were read before there were detectors of personal data: nothing of them is published until then. */
export const scanUnscannedJob = defineJob({
  name: 'ingest.scan-unscanned',
  data: z.object({}),
  handle: (ctx) =>
    transaction(ctx, async (tx) => {
      for (const resourceId of await selectUnscanned(tx, AT_ONCE))
        await tx.emit(tx.db, { name: 'protection-changed', resourceId });
    }),
});
