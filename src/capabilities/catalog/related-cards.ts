import type { Context } from '../../platform/context.ts';
import type { Card } from './card.ts';
import { nearestCards } from './related-rules.ts';
import { selectCandidates } from './related-store.ts';

/** Published datasets near to this one, the nearest first: one statement, then a rule over its few candidates. */
export async function relatedCards(ctx: Context, card: Card, most: number): Promise<Card[]> {
  return nearestCards(card, await selectCandidates(ctx.db, card.datasetId), most);
}
