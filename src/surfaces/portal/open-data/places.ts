import type { openDataUk } from '../../../locales/open-data.ts';

/** A page of the section «Відкриті дані»: the words are under the same name in `locales/open-data.ts`. */
export interface SectionPlace {
  readonly name: keyof typeof openDataUk.places;
  readonly path: string;
}

/** In the order a reader asks: by what rules, who, what must be, what is there, what will be. */
export const SECTION_PLACES: readonly SectionPlace[] = [
  { name: 'policy', path: '/open-data/policy' },
  { name: 'norms', path: '/open-data/norms' },
  { name: 'persons', path: '/responsible' },
  { name: 'required', path: '/open-data/required' },
  { name: 'structures', path: '/open-data/structures' },
  { name: 'registry', path: '/open-data/registry' },
  { name: 'materials', path: '/open-data/materials' },
  { name: 'promises', path: '/promised' },
  { name: 'questions', path: '/messages' },
  { name: 'embeds', path: '/open-data/embeds' },
];
