import type { Context } from '../../platform/context.ts';
import type { Question } from '../../platform/database/ask-together.ts';
import { may, reachOf } from '../accounts/index.ts';
import { type ReviewWork, workQuestion } from './review-work-store.ts';

export type { ReviewWork } from './review-work-store.ts';

/**
 * What review asks of the actor, for the desk: submissions that wait for their decision, the earliest term first, and those that came back to
 * who may submit again. At most `most` of each. To be asked with other questions.
 */
export async function reviewWorkQuestion(ctx: Context, most: number): Promise<Question<ReviewWork>> {
  const [decides, edits, everywhere] = await Promise.all([
    reachOf(ctx, 'dataset.approve'),
    reachOf(ctx, 'dataset.submit'),
    may(ctx, 'dataset.approve', null),
  ]);
  return workQuestion({ decides, edits, everywhere, most });
}
