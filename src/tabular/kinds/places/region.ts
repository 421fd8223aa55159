import { FACTS_OF_PLACES } from '../facts-of-things.ts';
import { type Kind, words } from '../kind.ts';
import { isRegion } from '../place-forms.ts';

export const regionKind: Kind = {
  code: 'region',
  title: { uk: 'Область', en: 'Region' },
  purpose: { uk: 'Область', en: 'Region (oblast)' },
  header: words('област', 'region', '\\S+ region ', 'oblast', '\\S* ?admin unit l2', 'регіон'),
  not: words(...FACTS_OF_PLACES),
  byHeader: 0.78,
  is: isRegion,
  form: { uk: 'назви областей', en: 'names of regions' },
  alone: { confidence: 0.93 },
  types: ['text'],
};
