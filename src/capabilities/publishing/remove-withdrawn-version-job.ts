import { z } from 'zod';
import { defineJob } from '../../platform/jobs/job.ts';
import { keepRestricted, purgePublic } from '../../platform/objects/closed-objects.ts';
import { withdrawTable } from '../tables/index.ts';
import { selectOnlyOf, selectVersionByNumber, updateFileKey } from './version-store.ts';

/**
 * After the withdrawal of one version: takes the files and tables no open version has too out of the public class; the bytes are kept
 * restricted, a tombstone with the order stays where they were. Repeating it is harmless.
 */
export const removeWithdrawnVersionJob = defineJob({
  name: 'publishing.remove-withdrawn-version',
  data: z.object({ datasetId: z.string(), number: z.number() }),
  async handle(ctx, { datasetId, number }) {
    const version = await selectVersionByNumber(ctx.db, datasetId, number);
    if (!version?.closure) return;
    const { tableIds, keys, stay } = await selectOnlyOf(ctx.db, version);
    for (const tableId of tableIds) await withdrawTable(ctx, tableId, version.closure.order, stay);
    for (const key of new Set(keys)) {
      const kept = await keepRestricted(ctx.objects, key);
      await updateFileKey(ctx.db, key, kept);
      await purgePublic(ctx.objects, kept, version.closure.order);
    }
  },
});
