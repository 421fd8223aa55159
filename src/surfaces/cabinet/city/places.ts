import type { Deed } from '../../../capabilities/accounts/index.ts';
import type { cityPlacesUk } from '../../../locales/city-places.ts';

/** Where the hub leads: the words are under the same name in `locales/city-places.ts`; shown to those who may do the deed somewhere. */
export interface Place {
  readonly name: keyof typeof cityPlacesUk.places;
  readonly path: string;
  readonly deed: Deed;
}

/** Places that answer one question; its words are under the same name. */
export interface PlaceGroup {
  readonly group: keyof typeof cityPlacesUk.groups;
  readonly places: readonly Place[];
}

/** In the order a city comes to need them. */
export const PLACE_GROUPS: readonly PlaceGroup[] = [
  {
    group: 'data',
    places: [
      { name: 'required', path: '/cabinet/city/required', deed: 'dataset.view-internal' },
      { name: 'technicalCards', path: '/cabinet/city/technical-cards', deed: 'dataset.view-internal' },
      { name: 'registry', path: '/cabinet/city/registry', deed: 'dataset.view-internal' },
      { name: 'exposure', path: '/cabinet/exposure', deed: 'message.view' },
      { name: 'personalData', path: '/cabinet/city/personal-data', deed: 'dataset.view-internal' },
      { name: 'exchange', path: '/cabinet/city/exchange', deed: 'city.manage' },
    ],
  },
  {
    group: 'people',
    places: [
      { name: 'units', path: '/cabinet/units', deed: 'units.manage' },
      { name: 'persons', path: '/cabinet/city/persons', deed: 'city.manage' },
      { name: 'training', path: '/cabinet/city/training', deed: 'dataset.view-internal' },
      { name: 'consultations', path: '/cabinet/city/consultations', deed: 'city.manage' },
      { name: 'materials', path: '/cabinet/city/materials', deed: 'dataset.view-internal' },
      { name: 'group', path: '/cabinet/city/group', deed: 'dataset.view-internal' },
    ],
  },
  {
    group: 'grounds',
    places: [
      { name: 'orders', path: '/cabinet/city/orders', deed: 'dataset.view-internal' },
      { name: 'norms', path: '/cabinet/city/norms', deed: 'dataset.view-internal' },
      { name: 'policy', path: '/cabinet/city/policy', deed: 'dataset.view-internal' },
      { name: 'documents', path: '/cabinet/city/documents', deed: 'dataset.view-internal' },
      { name: 'evidence', path: '/cabinet/city/evidence', deed: 'dataset.view-internal' },
    ],
  },
  {
    group: 'words',
    places: [
      { name: 'dictionary', path: '/cabinet/dictionary', deed: 'dataset.edit' },
      { name: 'codeLists', path: '/cabinet/code-lists', deed: 'dataset.edit' },
      { name: 'structures', path: '/cabinet/city/structures', deed: 'dataset.edit' },
      { name: 'searchWords', path: '/cabinet/search-words', deed: 'search.words' },
    ],
  },
];
