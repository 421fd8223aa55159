import type { Context } from '../../platform/context.ts';
import type { Card } from './card.ts';
import { nearestCards } from './related-rules.ts';
import { selectCandidates, selectNamed, selectSlugs, selectTitles } from './related-store.ts';

/**
 * Published datasets that belong together with this one: those a person tied to it, from either side, then the nearest by a rule over a few
 * candidates. Two statements. @param most of the latter
 */
export async function relatedCards(ctx: Context, card: Card, most: number): Promise<Card[]> {
  const named = await selectNamed(ctx.db, card.datasetId, card.passport.related ?? []);
  const near = nearestCards(card, await selectCandidates(ctx.db, card.datasetId), most);
  return [...named, ...near.filter((one) => !named.some(({ datasetId }) => datasetId === one.datasetId))];
}

/** The titles the public sees of datasets, by id, in one statement; one that is not public is not there. */
export function publicTitles(ctx: Context, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  return selectTitles(ctx.db, ids);
}

/** Where the public sees datasets, by id, without scheme and host; one that is not public is not there. */
export async function publicAddresses(ctx: Context, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const slugs = await selectSlugs(ctx.db, ids);
  return new Map([...slugs].map(([id, slug]) => [id, `/datasets/${slug}`]));
}
