import { type Kind, whole, words } from '../kind.ts';

export const postalCodeKind: Kind = {
  code: 'postal-code',
  title: { uk: 'Поштовий індекс', en: 'Postal code' },
  purpose: { uk: 'Поштовий індекс', en: 'Postal code' },
  header: words('поштов\\S+ індекс', 'індекс ', 'zip', 'postal ?code', 'post ?code'),
  not: words('індекс (?:цін|споживч|здоров|якост|промисл|інфляц|маси)'),
  is: whole('\\d{4,5}'),
  form: { uk: 'п’ять цифр', en: 'five digits' },
  asText: true,
  format: '5 цифр',
};
