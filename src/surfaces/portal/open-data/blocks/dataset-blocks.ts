import { listUnits } from '../../../../capabilities/accounts/index.ts';
import { type Card, findCard, openPromises, searchCards } from '../../../../capabilities/catalog/index.ts';
import { dayInWords } from '../../../../language/dates.ts';
import { blocksTexts } from '../../../../locales/open-data-blocks.ts';
import { promisesTexts } from '../../../../locales/promises.ts';
import type { Visit } from '../../../components/index.ts';
import { firstSentence } from '../../words.tsx';
import type { BlockItem, BlockKind } from './block.ts';

function itemOf({ language }: Visit, card: Card): BlockItem {
  const texts = blocksTexts[language];
  return {
    id: card.number,
    title: card.passport.title,
    path: `/datasets/${card.slug}`,
    facts: [
      [texts.publisher, card.unit.name],
      [texts.asOf, dayInWords(new Date(card.dataAsOf), language)],
    ],
    text: firstSentence(card.passport.description, 160),
    changedAt: card.changedAt,
  };
}

/** One dataset: `?dataset=<slug>`. A suspended or withdrawn one says so instead of its facts. */
export const cardBlock: BlockKind = {
  name: 'card',
  async load(visit, wish) {
    const texts = blocksTexts[visit.language];
    const card = wish.dataset === null ? null : await findCard(visit.ctx, wish.dataset);
    if (card === null) return null;
    const item = itemOf(visit, card);
    const open = card.state === 'published';
    const closed: BlockItem = {
      ...item,
      facts: [],
      text: `${texts.closed[open ? 'suspended' : card.state]} ${card.closure?.reason ?? ''}`.trim(),
    };
    return { title: texts.card, lead: '', page: `/datasets/${card.slug}`, items: [open ? item : closed], total: 1 };
  },
};

/** Datasets: newest first, or those that answer `?q=`; `?unit=` of one publisher. */
export const listBlock: BlockKind = {
  name: 'list',
  async load(visit, { q, unit, most }) {
    const texts = blocksTexts[visit.language];
    const found = await searchCards(visit.ctx, { q: q ?? '', unit: unit ?? undefined, page: 1, size: most });
    const query = new URLSearchParams({ ...(q && { q }), ...(unit && { unit }) }).toString();
    return {
      title: texts.list,
      lead: texts.found(found.total),
      page: query === '' ? '/datasets' : `/datasets?${query}`,
      items: found.items.map((card) => itemOf(visit, card)),
      total: found.total,
    };
  },
};

/** What is promised («буде оприлюднено»), the nearest term first. */
export const promisesBlock: BlockKind = {
  name: 'promises',
  async load(visit, { unit, most }) {
    const texts = blocksTexts[visit.language];
    const owner = unit === null ? null : (await listUnits(visit.ctx)).find(({ slug }) => slug === unit);
    if (owner === undefined) return null;
    const { items, total } = await openPromises(visit.ctx, { unitId: owner?.id, most });
    return {
      title: promisesTexts[visit.language].pageTitle,
      lead: '',
      page: '/promised',
      items: items.map((one) => ({
        id: one.datasetId,
        title: one.title,
        path: `/datasets/${one.slug}`,
        facts: [
          [texts.publisher, one.unit.name],
          [texts.due, dayInWords(new Date(one.dueOn), visit.language)],
        ],
        text: firstSentence(one.description, 160),
        changedAt: one.changedAt,
      })),
      total,
    };
  },
};
