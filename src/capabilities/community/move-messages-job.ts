import { z } from 'zod';
import { defineJob } from '../../platform/jobs/job.ts';
import { updateUnitOfMessages } from './message-store.ts';
import { updateUnitOfTasks } from './task-store.ts';

/** After a dataset passed to another unit, or a unit was reorganised: its messages go along. Repeating it is harmless. */
export const moveMessagesJob = defineJob({
  name: 'community.move-messages',
  data: z.object({
    /** Null: all messages of the unit that is no more. */
    datasetId: z.string().nullable(),
    fromUnitId: z.string().nullable(),
    unitId: z.string(),
  }),
  async handle(ctx, { datasetId, fromUnitId, unitId }) {
    const of = datasetId !== null ? { datasetId } : fromUnitId !== null ? { unitId: fromUnitId } : null;
    if (of === null) return;
    await updateUnitOfMessages(ctx.db, of, unitId);
    await updateUnitOfTasks(ctx.db, of, unitId);
  },
});
