import { publicMaterials } from '../../../../capabilities/people/index.ts';
import { materialsTexts } from '../../../../locales/materials.ts';
import type { BlockKind } from './block.ts';

/** Guidance by which the community works with its data; the whole list stands on `/open-data/materials`. */
export const materialsBlock: BlockKind = {
  name: 'materials',
  async load(visit, { most }) {
    const texts = materialsTexts[visit.language];
    const lines = await publicMaterials(visit.ctx);
    return {
      title: texts.title,
      lead: '',
      page: '/open-data/materials',
      items: lines.slice(0, most).map((one) => ({
        id: one.id,
        title: one.title,
        path: `/open-data/materials/${one.id}`,
        facts: [],
        text: [texts.kinds[one.kind], one.source, one.edition && texts.edition(one.edition)]
          .filter(Boolean)
          .join(' · '),
        changedAt: null,
      })),
      total: lines.length,
    };
  },
};
