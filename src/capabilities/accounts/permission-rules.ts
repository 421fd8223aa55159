import type { Deed, Role } from './unit.ts';

/** Where a role may do a deed: everywhere, in the person's own unit and those below it, or nowhere. */
export type Reach = 'all' | 'own-and-below' | 'none';

const EVERYTHING: Readonly<Record<Deed, Reach>> = {
  'settings.change': 'all',
  'units.manage': 'all',
  'people.manage': 'all',
  'dataset.create': 'all',
  'dataset.edit': 'all',
  'dataset.publish': 'all',
  'dataset.close': 'all',
  'dataset.view-drafts': 'all',
  'message.view': 'all',
  'message.answer': 'all',
  'history.view': 'all',
  'search.words': 'all',
};

/** The whole table. To publish is not to edit: an editor prepares, a publisher answers for what the city says. */
const REACH: Readonly<Record<Role, Readonly<Record<Deed, Reach>>>> = {
  administrator: EVERYTHING,
  publisher: {
    'settings.change': 'none',
    'units.manage': 'none',
    'people.manage': 'none',
    'dataset.create': 'own-and-below',
    'dataset.edit': 'own-and-below',
    'dataset.publish': 'own-and-below',
    'dataset.close': 'own-and-below',
    'dataset.view-drafts': 'own-and-below',
    'message.view': 'own-and-below',
    'message.answer': 'own-and-below',
    'history.view': 'none',
    'search.words': 'none',
  },
  editor: {
    'settings.change': 'none',
    'units.manage': 'none',
    'people.manage': 'none',
    'dataset.create': 'own-and-below',
    'dataset.edit': 'own-and-below',
    'dataset.publish': 'none',
    'dataset.close': 'none',
    'dataset.view-drafts': 'own-and-below',
    'message.view': 'own-and-below',
    'message.answer': 'none',
    'history.view': 'none',
    'search.words': 'none',
  },
};

/** Every deed there is. */
export const DEEDS = Object.keys(EVERYTHING) as readonly Deed[];
/** Every role there is, widest first. */
export const ROLES = Object.keys(REACH) as readonly Role[];

/** Where a person of the role may do the deed. */
export function reachOf(role: Role, deed: Deed): Reach {
  return REACH[role][deed];
}

/**
 * Which unit a question is about: `anywhere` (may the person do it somewhere at all, e.g. to show a button), `system` (no
 * unit: the whole system), or a unit that is inside or outside of the person's own.
 */
export type Place = 'anywhere' | 'system' | 'inside' | 'outside';

/** The decision. `hasUnit`: the person belongs to a unit; somebody without one has nothing of their own. */
export function isPermitted(role: Role, deed: Deed, place: Place, hasUnit: boolean): boolean {
  const reach = reachOf(role, deed);
  if (reach === 'all') return true;
  if (reach === 'none' || !hasUnit) return false;
  return place === 'anywhere' || place === 'inside';
}
