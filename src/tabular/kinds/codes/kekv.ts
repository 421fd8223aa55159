import { type Kind, whole, words } from '../kind.ts';

export const kekvKind: Kind = {
  code: 'kekv',
  title: { uk: 'КЕКВ', en: 'Economic classification (KEKV)' },
  purpose: {
    uk: 'Код економічної класифікації видатків бюджету',
    en: 'Code of the economic classification of budget expenses',
  },
  header: words('кекв', 'kekv', 'економічн\\S+ класифікац'),
  is: whole('[2349]\\d{3}'),
  form: { uk: 'чотири цифри', en: 'four digits' },
  asText: true,
  format: '4 цифри',
};
