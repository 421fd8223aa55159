import { z } from 'zod';
import { transaction } from '../../platform/context.ts';
import { defineJob } from '../../platform/jobs/job.ts';
import { isRead } from './reading-rules.ts';
import { changeReading, selectLatest, selectReading } from './reading-store.ts';

/**
 * Writes the table of a resource's newest file anew, because what is to be taken out of it was decided otherwise. A file whose repairs wait for an answer is
 * written when they have one; one whose rows were let go has none to write.
 */
export const protectAgainJob = defineJob({
  name: 'ingest.protect-again',
  data: z.object({ resourceId: z.uuid() }),
  handle: (ctx, { resourceId }) =>
    transaction(ctx, async (tx) => {
      const id = (await selectLatest(tx, [resourceId])).latest[0]?.reading.id;
      const stored = id === undefined ? null : await selectReading(tx, id, true);
      if (stored?.reading.kind !== 'table' || stored.reading.textTable === null) return;
      const { reading } = stored;
      if (!isRead(reading) || reading.state === 'checked') return;
      const revision = await changeReading(tx, reading.id, { state: 'mending', progress: null });
      await tx.emit(tx.db, { name: 'repairs-accepted', readingId: reading.id, revision });
    }),
});
