import { FACTS_OF_PLACES } from '../facts-of-things.ts';
import { type Kind, somewhere, words } from '../kind.ts';

export const communityKind: Kind = {
  code: 'community',
  title: { uk: 'Громада', en: 'Community' },
  purpose: { uk: 'Територіальна громада', en: 'Territorial community' },
  header: words('громад[аиі]', '\\S+ громад[аиі] ', 'отг ', 'тг ', 'hromada', 'community', '\\S* ?admin unit l4'),
  not: words(...FACTS_OF_PLACES, 'громадян'),
  byHeader: 0.74,
  is: somewhere('громад[аи]|(?:^| )[ом]?тг(?:$| )', 'iu'),
  form: { uk: 'назви громад', en: 'names of communities' },
  alone: { confidence: 0.88 },
  types: ['text'],
};
