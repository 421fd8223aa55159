import { type Kind, whole, words } from '../kind.ts';

export const flatKind: Kind = {
  code: 'flat',
  title: { uk: 'Квартира', en: 'Flat' },
  purpose: { uk: 'Номер квартири або приміщення', en: 'Number of a flat or room' },
  header: words('квартир[аи]', 'кв ', 'flat', 'apartment', '(?:номер|№) (?:квартир|приміщен|офіс|кабінет)'),
  // «I кв.», «за 3 кв.» are quarters of a year
  not: words('площ', 'кількіст', 'кв м', 'вартіст', '[ivіv]{1,3} кв', '[1-4] кв', '(?:план|факт) .*кв'),
  is: whole('\\d{1,5} ?[-/]?[а-яіїєґa-z\\d]{0,3}', 'iu'),
  form: { uk: 'номери квартир', en: 'numbers of flats' },
  asText: true,
  personal: true,
};
