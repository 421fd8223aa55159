import { z } from 'zod';
import { defineJob } from '../../platform/jobs/job.ts';
import { compareRows } from './compare-rows.ts';
import { deleteUnused, failComparison, moveComparison, selectWork, upsertResult } from './comparison-store.ts';

/** Carries out a comparison somebody asked for. Repeating it is harmless: a finished one is left alone. */
export const compareTablesJob = defineJob({
  name: 'tables.compare-tables',
  data: z.object({ comparisonId: z.string() }),
  async handle(ctx, { comparisonId }) {
    const work = await selectWork(ctx.db, comparisonId);
    if (!work || work.state === 'done') return;
    const made = await compareRows(ctx, work, (stage) => moveComparison(ctx.db, comparisonId, stage));
    await upsertResult(ctx.db, work, made, ctx.clock.now());
  },
  park: (ctx, { comparisonId }) => failComparison(ctx.db, comparisonId),
});

/** Days without a look after which a comparison is forgotten; it can be made again at any time. */
const KEPT_DAYS = 90;

/** Nightly: forgets comparisons nobody looks at. */
export const cleanComparisonsJob = defineJob({
  name: 'tables.clean-comparisons',
  data: z.object({}),
  async handle(ctx) {
    const since = new Date(ctx.clock.now().getTime() - KEPT_DAYS * 86_400_000);
    for (const key of await deleteUnused(ctx.db, since)) await ctx.objects.discard(key);
  },
});
