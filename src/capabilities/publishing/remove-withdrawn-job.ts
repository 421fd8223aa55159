import { z } from 'zod';
import { defineJob } from '../../platform/jobs/job.ts';
import { keepRestricted, purgePublic } from '../../platform/objects/closed-objects.ts';
import { withdrawTable } from '../tables/index.ts';
import { selectPublication } from './pointer-store.ts';
import { selectAllOf, updateFileKey } from './version-store.ts';

/**
 * After a withdrawal: takes the files and tables of all versions out of the public class; the bytes are kept restricted, a tombstone with the
 * reason stays where they were. Repeating it is harmless.
 */
export const removeWithdrawnJob = defineJob({
  name: 'publishing.remove-withdrawn',
  data: z.object({ datasetId: z.string() }),
  async handle(ctx, { datasetId }) {
    const publication = await selectPublication(ctx.db, datasetId);
    if (publication?.state !== 'withdrawn') return;
    const reason = publication.closure?.order ?? '';
    const { tableIds, files } = await selectAllOf(ctx.db, datasetId);
    for (const tableId of tableIds) await withdrawTable(ctx, tableId, reason);
    for (const key of new Set(files.flatMap(({ file }) => file?.key ?? []))) {
      const kept = await keepRestricted(ctx.objects, key);
      await updateFileKey(ctx.db, key, kept);
      await purgePublic(ctx.objects, kept, reason);
    }
  },
});
