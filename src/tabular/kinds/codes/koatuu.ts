import { type Kind, whole, words } from '../kind.ts';

export const koatuuKind: Kind = {
  code: 'koatuu',
  title: { uk: 'Код КОАТУУ', en: 'KOATUU code' },
  purpose: {
    uk: 'Код населеного пункту за скасованим класифікатором КОАТУУ',
    en: 'Code of a place in the former classifier KOATUU',
  },
  header: words('коатуу', 'koatuu', 'код ату ', 'atu code', 'код території'),
  is: whole('\\d{9,10}'),
  form: { uk: 'десять цифр', en: 'ten digits' },
  asText: true,
  format: '10 цифр',
};
