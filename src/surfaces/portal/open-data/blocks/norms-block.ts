import { listNorms } from '../../../../capabilities/orders/index.ts';
import { dottedDay } from '../../../../language/citations/index.ts';
import { normsTexts } from '../../../../locales/norms.ts';
import type { BlockKind } from './block.ts';

/** Laws and documents of the community that open data stands on; the whole list stands on `/open-data/norms`. */
export const normsBlock: BlockKind = {
  name: 'norms',
  async load(visit, { most }) {
    const texts = normsTexts[visit.language];
    const shown = (await listNorms(visit.ctx)).filter((norm) => norm.public && norm.replacedBy === null);
    return {
      title: texts.title,
      lead: texts.public.lead,
      page: '/open-data/norms',
      items: shown.slice(0, most).map(({ code, kind, title, date, number }) => ({
        id: code,
        title,
        path: '/open-data/norms',
        facts: [],
        text: [texts.kinds[kind], date ? dottedDay(date) : '', number ? `№ ${number}` : ''].filter(Boolean).join(' '),
        changedAt: null,
      })),
      total: shown.length,
    };
  },
};
