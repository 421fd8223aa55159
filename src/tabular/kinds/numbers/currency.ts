import { type Kind, whole, words } from '../kind.ts';

export const currencyKind: Kind = {
  code: 'currency',
  title: { uk: 'Валюта', en: 'Currency' },
  purpose: { uk: 'Код валюти', en: 'Code of the currency' },
  header: words('валют', 'currency', '\\S+ currency '),
  is: whole('UAH|USD|EUR|PLN|грн\\.?|гривня|₴', 'iu'),
  form: { uk: 'коди валют', en: 'codes of currencies' },
  types: ['text'],
  format: 'UAH',
};
