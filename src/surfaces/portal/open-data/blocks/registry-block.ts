import { findUnitBySlug } from '../../../../capabilities/accounts/index.ts';
import { FREQUENCY_NAMES } from '../../../../capabilities/catalog/index.ts';
import { type RegistryEntry, registryRows } from '../../../../capabilities/registry/index.ts';
import { inLanguage } from '../../../../kernel/text.ts';
import { registryTexts } from '../../../../locales/registry.ts';
import type { Visit } from '../../../components/index.ts';
import type { BlockItem, BlockKind } from './block.ts';

/** Entries of the registry; `?unit=` of a unit with those below, `?q=` by words. */
export const registryBlock: BlockKind = {
  name: 'registry',
  async load(visit, { unit, q, most }) {
    const texts = registryTexts[visit.language];
    const where = unit === null ? null : await findUnitBySlug(visit.ctx, unit);
    if (unit !== null && where === null) return null;
    const filter = { ...(where ? { unitId: where.id } : {}), ...(q === null ? {} : { q }) };
    const page = { page: 1, size: most };
    const found = await registryRows(visit.ctx, filter, { audience: 'public', page });
    const narrowed = where ? `?unit=${where.id}` : '';
    return {
      title: texts.title,
      lead: texts.found(found.total),
      page: `/open-data/registry${narrowed}`,
      items: found.items.map((entry) => itemOf(visit, entry)),
      total: found.total,
    };
  },
};

function itemOf({ language }: Visit, entry: RegistryEntry): BlockItem {
  const { fields, more, states } = registryTexts[language];
  const told = [
    [fields.id, entry.number],
    [more.state, states[entry.state]],
    [fields.holder, entry.unitName],
    [fields.format, entry.formats.join(', ')],
    [fields.frequency, entry.frequency ? inLanguage(FREQUENCY_NAMES[entry.frequency], language) : ''],
  ] as const;
  return {
    id: entry.datasetId,
    title: entry.title,
    path: `/open-data/registry/${entry.number}`,
    facts: told.filter(([, value]) => value !== ''),
    text: '',
    changedAt: entry.fromAt,
  };
}
