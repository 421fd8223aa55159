import { LEXICON } from './lexicon.ts';
import { specialCategory } from './special-category.ts';

export const nationalityDetector = specialCategory({
  code: 'nationality',
  title: { uk: 'Національність', en: 'Ethnic origin' },
  harm: {
    uk: 'Походження людини — особлива категорія: за ним людей переслідують.',
    en: 'Somebody’s origin is a special category: people are persecuted for it.',
  },
  about: { uk: 'національність', en: 'ethnic origin' },
  header: / (?:\S+ )?(?:національніст|національност|народніст|етнічн|ethnic|race ) ?| раса /u,
  not: /(?:кількіст|чисельн|склад |меншин|організац|спільнот)/u,
  words: LEXICON.nationality,
  least: 0.3,
});
