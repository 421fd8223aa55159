import { listResponsible, listUnits } from '../../../../capabilities/accounts/index.ts';
import { appointmentsTexts } from '../../../../locales/appointments.ts';
import { blocksTexts } from '../../../../locales/open-data-blocks.ts';
import { responsibleTexts } from '../../../../locales/responsible.ts';
import type { BlockKind } from './block.ts';

/** Responsible persons with their office contacts; `?unit=` of one unit. */
export const personsBlock: BlockKind = {
  name: 'persons',
  async load(visit, { unit, most }) {
    const texts = blocksTexts[visit.language];
    const functions = appointmentsTexts[visit.language].functions;
    const [people, units] = await Promise.all([listResponsible(visit.ctx), listUnits(visit.ctx)]);
    if (unit !== null && !units.some(({ slug }) => slug === unit)) return null;
    const lines = units
      .filter(({ slug }) => unit === null || slug === unit)
      .flatMap((one) => people.filter(({ unitId }) => unitId === one.id).map((person) => ({ person, unit: one })));
    return {
      title: responsibleTexts[visit.language].title,
      lead: '',
      page: '/responsible',
      items: lines.slice(0, most).map(({ person, unit: where }) => ({
        id: `${where.slug}:${person.name}`,
        title: person.name,
        path: `/units/${where.slug}`,
        facts: [
          [texts.publisher, where.name] as const,
          ...(person.post === '' ? [] : [[texts.post, person.post] as const]),
          ...(person.email === '' ? [] : [[texts.email, person.email] as const]),
          ...(person.phone === '' ? [] : [[texts.phone, person.phone] as const]),
        ],
        text: person.functions.map((each) => functions[each]).join(', '),
        changedAt: null,
      })),
      total: lines.length,
    };
  },
};
