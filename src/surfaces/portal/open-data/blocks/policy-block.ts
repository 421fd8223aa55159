import { publicPolicies } from '../../../../capabilities/orders/index.ts';
import { dayInWords } from '../../../../language/dates.ts';
import { policyTexts } from '../../../../locales/policy.ts';
import type { BlockKind } from './block.ts';

/** The policy text: its edition in force, then earlier ones. */
export const policyBlock: BlockKind = {
  name: 'policy',
  async load(visit, { most }) {
    const texts = policyTexts[visit.language];
    const words = (day: string | null) => (day === null ? '' : dayInWords(day, visit.language));
    const editions = (await publicPolicies(visit.ctx)).flatMap(({ policy, versions }) =>
      versions.map(({ id, number, approvedOn, endedOn }) => ({
        id,
        title: `${policy.title}, ${texts.version(number).toLowerCase()}`,
        path: `/open-data/policy/${id}`,
        facts: [],
        text: endedOn === null ? texts.approvedOn(words(approvedOn)) : texts.inForce(words(approvedOn), words(endedOn)),
        changedAt: null,
      })),
    );
    const items = editions.slice(0, most);
    return { title: texts.title, lead: texts.public.lead, page: '/open-data/policy', items, total: editions.length };
  },
};
