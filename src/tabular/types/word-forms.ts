import { fullMatch, type Predicate } from '../scan/predicate.ts';

const blind = { family: 'forms', digits: 'blind' } as const;

/** Yes and no as people write them. */
export const YES = ['так', 'yes', 'true', 'y', 'істина', '+'];
export const NO = ['ні', 'no', 'false', 'n', 'хибність', '-'];

/** Signs and abbreviations that say only that there is no value. */
export const NO_VALUE_SIGNS =
  '(?i:-{1,5}|—|–|…|\\.{3}|\\?{1,5}|н/д|н\\.? ?д\\.|n/a|#n/a|#н/д|null|nan|\\(null\\)|\\[null\\]|\\(пусто\\)|\\(порожньо\\))|NA';

/** Words that say so in a column of numbers or dates; in a column of text they may be an answer («пандус: немає»). */
export const NO_VALUE_WORDS =
  '(?i:немає|нема|відсутн(?:ій|я|є|і)|не визначено|не вказано|невідомо|даних немає|немає даних|інформація відсутня|дані відсутні)';

export const WORD_FORMS: readonly Predicate[] = [
  fullMatch('yes-no', '(?i:так|ні|yes|no|true|false|істина|хибність)', blind),
  fullMatch('plus', '\\+', blind),
  fullMatch('minus', '-', blind),
  fullMatch('no-value-sign', NO_VALUE_SIGNS, blind),
  fullMatch('no-value-word', NO_VALUE_WORDS, blind),
];
