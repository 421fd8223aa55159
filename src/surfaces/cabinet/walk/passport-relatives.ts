import { type Dataset, findCard, type Passport, searchCards } from '../../../capabilities/catalog/index.ts';
import type { Context } from '../../../platform/context.ts';
import type { Relative } from './passport-more-inputs.tsx';

const OFFERED = 8;

/** The datasets a passport names, by the titles the public sees; one that is not public any more keeps its place without a title. */
export async function relativesOf(ctx: Context, { related = [] }: Passport): Promise<Relative[]> {
  const cards = await Promise.all(related.map((id) => findCard(ctx, id)));
  return related.map((id, at) => ({ id, title: cards[at]?.passport.title ?? id }));
}

/** Published datasets a question finds, without this one. */
export async function findRelatives(ctx: Context, dataset: Dataset, query: string): Promise<Relative[]> {
  if (query === '') return [];
  const found = await searchCards(ctx, { q: query, page: 1, size: OFFERED });
  return found.items
    .filter((card) => card.datasetId !== dataset.id)
    .map((card) => ({ id: card.datasetId, title: card.passport.title }));
}
