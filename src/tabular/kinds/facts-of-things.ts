/** Beginnings of headers that name a fact of a thing: «Код установи», «Площа парку». Such a column holds no names of things. */
export const FACTS_OF_THINGS = [
  'код',
  '\\S+ код ',
  'тип ',
  'вид ',
  'кількіст',
  'площ',
  'довжин',
  'бюджет',
  'голов',
  'дата',
  'сайт',
  'телефон',
  'населенн',
  'чисельн',
  'id ',
  '\\S+ (?:id|code) ',
] as const;

/** The same of a place, whose centre is a place of another kind. */
export const FACTS_OF_PLACES = [...FACTS_OF_THINGS, 'центр', 'center'] as const;
