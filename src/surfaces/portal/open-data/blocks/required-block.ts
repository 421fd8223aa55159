import { type ItemStanding, loadRequired } from '../../../../capabilities/mandates/index.ts';
import { requiredTexts } from '../../../../locales/required.ts';
import type { Visit } from '../../../components/index.ts';
import { narrowRequired, requiredParameters } from '../../../components/required/index.ts';
import type { BlockItem, BlockKind } from './block.ts';

/** What must be published and how it stands; `?unit=` of a unit with those below, `?q=` by words. */
export const requiredBlock: BlockKind = {
  name: 'required',
  async load(visit, { unit, q, most }) {
    const all = await loadRequired(visit.ctx);
    const asked = { unit: unit ?? '', q: q ?? '', state: null, section: null };
    const { view, items, unitName } = await narrowRequired(visit.ctx, all, asked);
    if (unit !== null && unitName === null) return null;
    const { present, applicable } = view.counts;
    return {
      title: requiredTexts[visit.language].title,
      lead: requiredTexts[visit.language].heading(present, applicable),
      page: `/open-data/required${requiredParameters({ unit: asked.unit, q: asked.q })}`,
      items: items
        .slice(0, most)
        .map((one) => itemOf(visit, one, new Map(view.units.map(({ id, name }) => [id, name])))),
      total: items.length,
    };
  },
};

function itemOf({ language }: Visit, one: ItemStanding, names: ReadonlyMap<string, string>): BlockItem {
  const texts = requiredTexts[language];
  const { item, state, cells } = one;
  const who = cells.flatMap(({ unitId }) => names.get(unitId) ?? []).join('; ');
  const told = [
    [texts.columns.number, String(item.number)],
    [texts.columns.state, texts.states[state]],
    [texts.columns.who, who],
  ] as const;
  return {
    id: item.line,
    title: item.title,
    path: `/open-data/required/${item.line}`,
    facts: told.filter(([, value]) => value !== ''),
    text: '',
    changedAt: null,
  };
}
