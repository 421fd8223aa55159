import { type Context, once } from '../../platform/context.ts';
import { type ReviewStanding, selectStanding } from './standing-store.ts';

/**
 * All that review knows of a dataset: settings, newest submission, comments. One statement, whichever of them is asked for. The caller has asked
 * the right to see the draft.
 * @param known it came with a submission already
 */
export function reviewStanding(ctx: Context, datasetId: string, known?: ReviewStanding): Promise<ReviewStanding> {
  return once(ctx, `review.standing ${datasetId}`, async () => known ?? selectStanding(ctx.db, datasetId));
}
