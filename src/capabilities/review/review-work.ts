import type { Context } from '../../platform/context.ts';
import { may, reachOf } from '../accounts/index.ts';
import { type ReviewWork, selectWork } from './review-work-store.ts';

export type { ReviewWork } from './review-work-store.ts';

/**
 * What review asks of the actor, for the desk: submissions that wait for their decision, the earliest term first, and those that came back to
 * who may submit again. At most `most` of each. One statement beside the rights.
 */
export async function reviewWork(ctx: Context, most: number): Promise<ReviewWork> {
  const [decides, edits, everywhere] = await Promise.all([
    reachOf(ctx, 'dataset.approve'),
    reachOf(ctx, 'dataset.submit'),
    may(ctx, 'dataset.approve', null),
  ]);
  return selectWork(ctx.db, { decides, edits, everywhere, most });
}
