import type { Context } from '../../../platform/context.ts';
import type { Question } from '../../../platform/database/ask-together.ts';
import { reachOf } from '../../accounts/index.ts';
import { type OpenReport, openWithin } from './report-store.ts';

/** Reports nobody answered yet, of datasets the actor answers for: lines of the desk. Their words are not among it: they may hold what they report. */
export async function openReportsQuestion(ctx: Context, most: number): Promise<Question<readonly OpenReport[]>> {
  return openWithin(await reachOf(ctx, 'message.answer'), most);
}
