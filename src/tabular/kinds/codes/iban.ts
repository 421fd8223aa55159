import { type Kind, whole, words } from '../kind.ts';

export const ibanKind: Kind = {
  code: 'iban',
  title: { uk: 'Рахунок IBAN', en: 'IBAN account' },
  purpose: { uk: 'Номер банківського рахунку за стандартом IBAN', en: 'Bank account by the standard IBAN' },
  header: words('iban', 'рахун(?:ок|ку) ', '(?:розрахунков|банківськ)\\S+ рахун'),
  not: words('рахун\\S+ фактур'),
  is: whole('[UУ][AА] ?\\d{2}(?: ?\\d){20,26}', 'iu'),
  form: { uk: 'UA і 27 цифр', en: 'UA and 27 digits' },
  least: 0.3,
  alone: { confidence: 0.97 },
  asText: true,
  personal: true,
  format: 'UA і 27 цифр',
};
