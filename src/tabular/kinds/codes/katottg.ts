import { type Kind, whole, words } from '../kind.ts';

export const katottgKind: Kind = {
  code: 'katottg',
  title: { uk: 'Код КАТОТТГ', en: 'KATOTTG code' },
  purpose: {
    uk: 'Код адміністративно-територіальної одиниці за Кодифікатором (КАТОТТГ)',
    en: 'Code of a place in the codifier of territories (KATOTTG)',
  },
  header: words('катоттг', 'katottg', 'catuttc', 'cattutc', 'кодифікатор'),
  is: whole('[UУ][AА]\\d{15,18}', 'iu'),
  form: { uk: 'UA і 17 цифр', en: 'UA and 17 digits' },
  least: 0.3,
  alone: { confidence: 0.98 },
  asText: true,
  format: 'UA і 17 цифр',
};
