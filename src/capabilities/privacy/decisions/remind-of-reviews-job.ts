import { z } from 'zod';
import { dayOf } from '../../../kernel/dates.ts';
import { type Context, transaction } from '../../../platform/context.ts';
import type { Question } from '../../../platform/database/ask-together.ts';
import { defineJob } from '../../../platform/jobs/job.ts';
import { reachOf } from '../../accounts/index.ts';
import { briefDatasets } from '../../catalog/index.ts';
import { notify } from '../../notices/index.ts';
import { type DueReview, dueWithin, markTold, selectUntold } from './due-store.ts';

/** Decisions on personal data and security whose day of review has come, of what the actor may decide on: lines of the desk until they are decided anew. */
export async function dueReviewsQuestion(ctx: Context, most: number): Promise<Question<readonly DueReview[]>> {
  return dueWithin(await reachOf(ctx, 'privacy.protect'), dayOf(ctx.clock.now()), most);
}

/** Each morning: tells of restrictions and security decisions whose day of review has come; each once. */
export const remindOfRestrictionsJob = defineJob({
  name: 'privacy.remind-of-reviews',
  data: z.object({}),
  handle: (ctx) =>
    transaction(ctx, async (tx) => {
      const today = dayOf(tx.clock.now());
      const due = await selectUntold(tx.db, today);
      const named = await briefDatasets(
        tx,
        due.map(({ datasetId }) => datasetId),
      );
      for (const one of due) {
        const { datasetId, reviewOn, security } = one;
        await markTold(tx.db, one, today);
        const dataset = named.get(datasetId);
        if (!dataset) continue;
        await notify(tx, {
          to: { deed: 'privacy.protect', place: { id: datasetId, unitId: dataset.unitId } },
          kind: security ? 'privacy.security-due' : 'privacy.review-due',
          subject: { kind: 'dataset', id: datasetId, name: dataset.title },
          link: `/cabinet/datasets/${datasetId}/privacy`,
          facts: { dueOn: reviewOn },
          once: `${datasetId} ${reviewOn}`,
        });
      }
    }),
});
