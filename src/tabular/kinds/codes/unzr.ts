import { type Kind, whole, words } from '../kind.ts';

export const unzrKind: Kind = {
  code: 'unzr',
  title: { uk: 'УНЗР', en: 'Number in the demographic register' },
  purpose: { uk: 'Номер запису в демографічному реєстрі', en: 'Number of a person in the demographic register' },
  header: words('унзр'),
  is: whole('(?:18|19|20)\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])-\\d{5}'),
  form: { uk: 'дата народження, дефіс і п’ять цифр', en: 'a birth date, a hyphen and five digits' },
  alone: { confidence: 0.95 },
  asText: true,
  personal: true,
  closed: true,
};
