import { LEXICON } from './lexicon.ts';
import { specialCategory } from './special-category.ts';

export const religionDetector = specialCategory({
  code: 'religion',
  title: { uk: 'Релігійні переконання', en: 'Religious beliefs' },
  harm: {
    uk: 'У що людина вірить — її особиста справа; розголошення робить її вразливою.',
    en: 'What a person believes is their own matter; telling it makes them vulnerable.',
  },
  about: { uk: 'релігію', en: 'religion' },
  header: / (?:\S+ )?(?:віросповідан|віроспов|конфесі|релігійн\S+ (?:переконан|погляд|належ)|religio)| релігі[яїю] /u,
  not: /(?:організац|громад[аи] |споруд|будів|об ?єкт|кількіст|церкв|храм)/u,
  words: LEXICON.religion,
  least: 0.3,
});
