import { type Dataset, type Passport, publicTitles, searchCards } from '../../../capabilities/catalog/index.ts';
import type { Context } from '../../../platform/context.ts';
import type { Relative } from './passport-more-inputs.tsx';

const OFFERED = 8;

/** The datasets a passport names, by the titles the public sees; one that is not public any more keeps its place without a title. */
export async function relativesOf(ctx: Context, { related = [] }: Passport): Promise<Relative[]> {
  const titles = await publicTitles(ctx, related);
  return related.map((id) => ({ id, title: titles.get(id) ?? id }));
}

/** Published datasets a question finds, without this one. */
export async function findRelatives(ctx: Context, dataset: Dataset, query: string): Promise<Relative[]> {
  if (query === '') return [];
  const found = await searchCards(ctx, { q: query, page: 1, size: OFFERED });
  return found.items
    .filter((card) => card.datasetId !== dataset.id)
    .map((card) => ({ id: card.datasetId, title: card.passport.title }));
}
