import type { Text } from '../../../kernel/text.ts';
import type { ThreePart, Way } from './decision.ts';

/** What was done with the data of a column, as a sentence begins with it. */
export const WAY_DONE: Readonly<Record<Way, Text>> = {
  remove: { uk: 'Стовпець прибрано', en: 'The column is removed' },
  mask: { uk: 'Значення приховано', en: 'The values are masked' },
  generalise: { uk: 'Значення узагальнено', en: 'The values are made coarser' },
  pseudonymise: { uk: 'Значення замінено умовними позначками', en: 'The values are replaced by pseudonyms' },
  suppress: { uk: 'Малі групи приховано', en: 'Small groups are hidden' },
  keep: { uk: 'Оприлюднюється', en: 'Published' },
};

/** Interests that access is restricted for, near the words of ст. 6 ч. 2 п. 1 Закону «Про доступ до публічної інформації». */
export const INTEREST_NAMES: Readonly<Record<ThreePart['interest'], Text>> = {
  'national-security': { uk: 'національна безпека', en: 'national security' },
  'territorial-integrity': { uk: 'територіальна цілісність', en: 'territorial integrity' },
  'public-order': {
    uk: 'громадський порядок, запобігання заворушенням чи злочинам',
    en: 'public order, prevention of disorder or crime',
  },
  'public-health': { uk: 'охорона здоров’я населення', en: 'public health' },
  'rights-of-others': {
    uk: 'захист репутації або прав інших людей',
    en: 'protection of the reputation or rights of other people',
  },
  'given-in-confidence': {
    uk: 'запобігання розголошенню інформації, одержаної конфіденційно',
    en: 'preventing disclosure of information received in confidence',
  },
  justice: {
    uk: 'підтримання авторитету і неупередженості правосуддя',
    en: 'authority and impartiality of justice',
  },
};
