import { z } from 'zod';
import { type Context, transaction } from '../../platform/context.ts';
import { defineJob } from '../../platform/jobs/job.ts';
import { loadDataset } from '../catalog/index.ts';
import { discardLeftover, emptyClosed, unemptiedTables } from '../tables/index.ts';
import { lockPointer } from './pointer-store.ts';
import { present } from './present.ts';
import { isUnderWay } from './publication-request.ts';
import { selectDatasetOfResource } from './row-version-store.ts';

/**
 * Nightly: writes the files of tables anew without columns that were closed since, while the dataset's writers wait; what nothing serves any more is
 * then nowhere. A dataset that is being published waits for the next night. Repeating it is harmless.
 */
export const emptyClosedJob = defineJob({
  name: 'publishing.empty-closed',
  data: z.object({}),
  async handle(ctx) {
    const faults: unknown[] = [];
    for (const { id, resourceId } of await unemptiedTables(ctx)) {
      ctx.signal.throwIfAborted();
      const datasetId = await selectDatasetOfResource(ctx.db, resourceId);
      if (datasetId === null) continue;
      try {
        for (const step of [emptyClosed, discardLeftover]) await whileWritersWait(ctx, datasetId, (tx) => step(tx, id));
      } catch (error) {
        ctx.signal.throwIfAborted();
        faults.push(error);
      }
    }
    // a table whose files cannot be read keeps no other waiting
    if (faults.length > 0) throw new AggregateError(faults, 'files of some tables were not written anew');
  },
});

/** Each step is kept by itself: the new files are named for good before the old ones go. */
function whileWritersWait(ctx: Context, datasetId: string, step: (tx: Context) => Promise<void>): Promise<void> {
  return transaction(ctx, async (tx) => {
    const { unitId } = await loadDataset(tx, datasetId);
    await lockPointer(tx.db, datasetId, unitId);
    const { request } = await present(tx, datasetId);
    if (!request || !isUnderWay(request)) await step(tx);
  });
}
