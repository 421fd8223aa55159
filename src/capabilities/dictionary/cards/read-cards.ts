import type { Page, Paged } from '../../../kernel/paging.ts';
import type { Context } from '../../../platform/context.ts';
import {
  codeListHeadsOfFields,
  type Dataset,
  type DatasetFilter,
  listDatasets,
  loadDataset,
  tableTitles,
} from '../../catalog/index.ts';
import { downloadFormats, downloadSettings } from '../../tables/index.ts';
import { type CardFacts, presentCard, stateOf } from './card-rules.ts';
import { selectApprovals } from './card-store.ts';
import type { ListedCard } from './technical-card.ts';

async function factsOf(ctx: Context, datasets: readonly Dataset[]): Promise<CardFacts> {
  const fields = datasets.flatMap(({ resources }) => resources.flatMap(({ structure }) => structure.fields));
  const heads = await codeListHeadsOfFields(ctx, fields);
  const settings = await downloadSettings(ctx);
  return {
    lists: new Map([...heads].map(([id, { name }]) => [id, name])),
    tables: await tableTitles(ctx, [...new Set(fields.flatMap(({ reference }) => reference?.resource ?? []))]),
    formatsOf: (columns) => {
      const offered = downloadFormats([...columns], { parquet: settings.parquet }).filter(({ listed }) => listed);
      return [...new Set(offered.map(({ name }) => name))];
    },
    decimalSign: settings.decimalSign,
  };
}

async function cardsOf(ctx: Context, datasets: readonly Dataset[]): Promise<ListedCard[]> {
  const facts = await factsOf(ctx, datasets);
  const ids = datasets.map(({ id }) => id);
  const approvals = new Map((await selectApprovals(ctx.db, ids)).map((one) => [one.datasetId, one]));
  return datasets.map((dataset) => {
    const present = presentCard(dataset, facts);
    const approval = approvals.get(dataset.id) ?? null;
    const { id: datasetId, unitId, passport } = dataset;
    return { datasetId, title: passport.title, unitId, present, approval, state: stateOf(present, approval) };
  });
}

/** Technical cards of the datasets a person may see, the latest changed first. Throws `forbidden`. */
export async function listCards(ctx: Context, filter: DatasetFilter, page: Page): Promise<Paged<ListedCard>> {
  const found = await listDatasets(ctx, filter, page);
  return { ...found, items: await cardsOf(ctx, found.items) };
}

/** The card of one dataset. Throws `not-found`, `forbidden`. */
export async function loadCard(ctx: Context, datasetId: string): Promise<ListedCard> {
  const [card] = await cardsOf(ctx, [await loadDataset(ctx, datasetId)]);
  if (!card) throw new Error('a dataset has a card');
  return card;
}
