import { z } from 'zod';
import type { Context } from '../../../platform/context.ts';
import { defineJob } from '../../../platform/jobs/job.ts';
import { purgeEverywhere, purgeTable } from '../../tables/index.ts';
import { selectOnlyOf, selectVersionByNumber } from '../version-store.ts';
import type { Purge } from './purge.ts';
import { selectPurgesToCarryOut, selectStepTables, updateDone } from './purge-store.ts';

/** So long after it is done it is looked at again: work that was under way may have laid a file down meanwhile. ms */
const LOOKED_AFTER = 24 * 60 * 60_000;

/**
 * After an emergency withdrawal, and every few minutes: purges every byte of the versions taken away that no open version has too. Killed in
 * the middle, it begins anew until all are gone.
 */
export const purgeVersionsJob = defineJob({
  name: 'publishing.purge-versions',
  data: z.object({}),
  async handle(ctx) {
    const now = ctx.clock.now();
    for (const purge of await selectPurgesToCarryOut(ctx.db, new Date(now.getTime() - LOOKED_AFTER))) {
      ctx.signal.throwIfAborted();
      await carryOut(ctx, purge);
      await updateDone(ctx.db, purge.id, now);
    }
  },
});

async function carryOut(ctx: Context, { datasetId, versions, reason }: Purge): Promise<void> {
  for (const number of versions) {
    const version = await selectVersionByNumber(ctx.db, datasetId, number);
    if (!version?.closure?.purged) continue;
    const { tableIds, keys, stay } = await selectOnlyOf(ctx.db, version);
    for (const tableId of [...tableIds, ...(await selectStepTables(ctx.db, version.id))]) {
      await purgeTable(ctx, tableId, reason, stay);
    }
    for (const key of new Set(keys)) await purgeEverywhere(ctx, key, reason);
  }
}
