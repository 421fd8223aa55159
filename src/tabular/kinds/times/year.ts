import { type Kind, whole, words } from '../kind.ts';

export const yearKind: Kind = {
  code: 'year',
  title: { uk: 'Рік', en: 'Year' },
  purpose: { uk: 'Рік', en: 'Year' },
  header: words('дат[аи] ', '(?:\\S+ )?date ', 'рік ', 'року ', 'рок[иі]в? ', 'year', '\\S+ (?:рік|year) '),
  not: words('сум', 'кількіст', 'бюджет', 'вартіст', 'видатк', 'доход', 'план', '(?:на|за|у|в) (?:рік|року) '),
  is: whole('(?:1[5-9]|20)\\d{2}(?: ?р(?:\\.|оку|ік)?)?'),
  form: { uk: 'роки', en: 'years' },
  least: 0.5,
  format: 'YYYY',
};
