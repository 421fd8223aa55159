import type { Cases, Gender } from './grammatical-case.ts';

const forms = (genitive: string, dative: string, accusative: string, ablative: string): Cases => ({
  genitive,
  dative,
  accusative,
  ablative,
});

/** Words the table of endings would decline wrong, with their gender. */
export const KNOWN_NOUNS: Readonly<Record<string, { gender: Gender; cases: Cases }>> = {
  голова: { gender: 'masculine', cases: forms('голови', 'голові', 'голову', 'головою') },
  староста: { gender: 'masculine', cases: forms('старости', 'старості', 'старосту', 'старостою') },
  суддя: { gender: 'masculine', cases: forms('судді', 'судді', 'суддю', 'суддею') },
  дім: { gender: 'masculine', cases: forms('дому', 'дому', 'дім', 'домом') },
  двір: { gender: 'masculine', cases: forms('двору', 'двору', 'двір', 'двором') },
  табір: { gender: 'masculine', cases: forms('табору', 'табору', 'табір', 'табором') },
  садок: { gender: 'masculine', cases: forms('садка', 'садку', 'садок', 'садком') },
  дитсадок: { gender: 'masculine', cases: forms('дитсадка', 'дитсадку', 'дитсадок', 'дитсадком') },
  гурток: { gender: 'masculine', cases: forms('гуртка', 'гуртку', 'гурток', 'гуртком') },
  склад: { gender: 'masculine', cases: forms('складу', 'складу', 'склад', 'складом') },
  ясла: { gender: 'plural', cases: forms('ясел', 'яслам', 'ясла', 'яслами') },
  мережі: { gender: 'plural', cases: forms('мереж', 'мережам', 'мережі', 'мережами') },
  електромережі: {
    gender: 'plural',
    cases: forms('електромереж', 'електромережам', 'електромережі', 'електромережами'),
  },
  тепломережі: { gender: 'plural', cases: forms('тепломереж', 'тепломережам', 'тепломережі', 'тепломережами') },
  споруди: { gender: 'plural', cases: forms('споруд', 'спорудам', 'споруди', 'спорудами') },
  послуги: { gender: 'plural', cases: forms('послуг', 'послугам', 'послуги', 'послугами') },
  курси: { gender: 'plural', cases: forms('курсів', 'курсам', 'курси', 'курсами') },
  збори: { gender: 'plural', cases: forms('зборів', 'зборам', 'збори', 'зборами') },
  якість: { gender: 'feminine', cases: forms('якості', 'якості', 'якість', 'якістю') },
  область: { gender: 'feminine', cases: forms('області', 'області', 'область', 'областю') },
  мати: { gender: 'feminine', cases: forms('матері', 'матері', 'матір', 'матір’ю') },
};

/** Nouns that never change. */
export const UNCHANGING: ReadonlySet<string> = new Set([
  'ательє',
  'бюро',
  'депо',
  'кафе',
  'кіно',
  'прес-бюро',
  'радіо',
  'фойє',
  'шапіто',
]);

/** Nouns that look like adjectives of the feminine or of the neuter. */
export const NOUNS_LIKE_ADJECTIVES: ReadonlySet<string> = new Set([
  'бригада',
  'війна',
  'каса',
  'крамниця',
  'лікарня',
  'мова',
  'основа',
  'особа',
  'площа',
  'пожежа',
  'сторона',
  'школа',
]);

/** Stems of soft adjectives without the ending; all others are hard («художнього», but «міського»). */
export const SOFT_ADJECTIVES: ReadonlySet<string> = new Set([
  'верхн',
  'вечірн',
  'внутрішн',
  'давн',
  'домашн',
  'зовнішн',
  'літн',
  'майбутн',
  'нижн',
  'освітн',
  'останн',
  'пізн',
  'ранн',
  'середн',
  'тамтешн',
  'тутешн',
  'художн',
]);

/** First parts of compounds that stay as they are: «прес-секретаря». */
export const UNCHANGING_PARTS: ReadonlySet<string> = new Set([
  'арт',
  'бізнес',
  'веб',
  'віце',
  'геоінформ',
  'екс',
  'еко',
  'івент',
  'інтернет',
  'іт',
  'кіно',
  'контент',
  'медіа',
  'обер',
  'офіс',
  'онлайн',
  'прес',
  'проєкт',
  'проект',
  'радіо',
  'смарт',
  'тайм',
  'теле',
  'топ',
  'фото',
  'хаб',
  'штаб',
]);

/** After these the words that follow stand in a case of their own. */
export const PREPOSITIONS: ReadonlySet<string> = new Set([
  'без',
  'в',
  'від',
  'для',
  'до',
  'з',
  'за',
  'зі',
  'із',
  'імені',
  'ім.',
  'на',
  'над',
  'об',
  'по',
  'при',
  'про',
  'у',
]);
