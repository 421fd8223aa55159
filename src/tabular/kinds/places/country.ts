import { type Kind, words } from '../kind.ts';

export const countryKind: Kind = {
  code: 'country',
  title: { uk: 'Країна', en: 'Country' },
  purpose: { uk: 'Країна', en: 'Country' },
  header: words('країн', 'country', '\\S+ country ', '\\S* ?admin unit l1'),
  not: words('код', 'громадян'),
  byHeader: 0.8,
  types: ['text'],
};
