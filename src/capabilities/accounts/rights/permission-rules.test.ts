import { describe, expect, test } from 'vitest';
import type { AppointmentFunction, Holding, Role } from '../appointments/appointment.ts';
import type { Deed } from '../units/unit.ts';
import { DEEDS, functionsOf, givesHere, isPermitted, mayAnywhere, ROLES, widestRole } from './permission-rules.ts';

/**
 * Written out by hand, cell by cell, in the order of COLUMNS: A everywhere, O in the own unit and below, - nowhere; small letters: O with one
 * of these functions (c create, u update, p publish, a access).
 */
const COLUMNS: readonly Role[] = [
  'administrator',
  'coordinator',
  'head',
  'reviewer',
  'responsible',
  'contributor',
  'auditor',
  'member',
  'reader',
];
const EXPECTED: Record<Deed, string> = {
  'settings.change': 'A - - - - - - - -',
  'units.manage': 'A A - - - - - - -',
  'people.manage': 'A A - - - - - - -',
  'appointment.manage': 'A A O - - - - - -',
  'dataset.create': 'A A - - c c - - -',
  'dataset.edit': 'A A - - u u - - -',
  'dataset.submit': 'A A - - pu u - - -',
  'dataset.approve': 'A A O O - - - - -',
  'dataset.publish': 'A A - - p - - - -',
  'privacy.protect': 'A A - - upa u - - -',
  'privacy.keep': 'A A - - pa - - - -',
  'dataset.close': 'A A - - p - - - -',
  'dataset.purge': 'A A - - - - - - -',
  'dataset.view-drafts': 'A A O O O O O A -',
  'dataset.view-internal': 'A A O O O O O A O',
  'original.read': 'A A O - a - - - -',
  'dataset.comment': 'A A O O O O O A -',
  'dataset.coordinate': 'A A - - - - - - -',
  'message.view': 'A A O - O O - - -',
  'message.answer': 'A A - - pa - - - -',
  'history.view': 'A A O - - - O - -',
  'search.words': 'A A - - - - - - -',
  'token.manage': 'A A - - p - - - -',
  'city.manage': 'A A - - - - - - -',
  'mandate.answer': 'A A O - O - - - -',
  'registry.confirm': 'A A O - - - - - -',
};
const LETTERS: Record<string, AppointmentFunction> = { c: 'create', u: 'update', p: 'publish', a: 'access' };

/** Places a question can be about; `mine` are named in the appointment where it names any. */
const PLACES = {
  anywhere: { place: 'anywhere', inside: false, named: false },
  'whole system': { place: 'system', inside: false, named: false },
  'own unit or below': { place: 'unit', inside: true, named: false },
  'other unit': { place: 'unit', inside: false, named: false },
  'named dataset': { place: 'dataset', inside: true, named: true },
  'other dataset of the unit': { place: 'dataset', inside: true, named: false },
  'dataset of another unit': { place: 'dataset', inside: false, named: false },
} as const;
type PlaceName = keyof typeof PLACES;
const OF_UNIT: readonly PlaceName[] = ['anywhere', 'own unit or below', 'named dataset', 'other dataset of the unit'];
const OF_NAMED: readonly PlaceName[] = ['anywhere', 'named dataset'];

const cellOf = (role: Role, deed: Deed): string => EXPECTED[deed].split(' ')[COLUMNS.indexOf(role)] ?? '?';
const cells = DEEDS.flatMap((deed) =>
  COLUMNS.flatMap((role) => (Object.keys(PLACES) as PlaceName[]).map((place) => [role, deed, place] as const)),
);

describe('the permission table', () => {
  test('names every deed and every role', () => {
    expect(new Set(DEEDS)).toEqual(new Set(Object.keys(EXPECTED)));
    expect(new Set(ROLES)).toEqual(new Set(COLUMNS));
    expect(cells).toHaveLength(26 * 9 * 7);
  });

  test.each(cells)('%s · %s · %s', (role, deed, place) => {
    const cell = cellOf(role, deed);
    const held = { role, functions: functionsOf(role) };
    const expected = cell === 'A' || (cell !== '-' && OF_UNIT.includes(place));
    expect(isPermitted({ ...held, datasetIds: null }, deed, PLACES[place])).toBe(expected);
    const named = cell === 'A' || (cell !== '-' && OF_NAMED.includes(place));
    expect(isPermitted({ ...held, datasetIds: ['mine'] }, deed, PLACES[place])).toBe(named);
  });

  test('each function gives its own deeds and no more', () => {
    for (const role of ['responsible', 'contributor'] as const) {
      for (const deed of DEEDS) {
        const cell = cellOf(role, deed);
        for (const [letter, one] of Object.entries(LETTERS)) {
          const expected = cell === 'O' || (cell !== '-' && cell.includes(letter));
          const held = { role, functions: [one], datasetIds: null };
          expect(isPermitted(held, deed, PLACES['own unit or below']), `${role} ${one} ${deed}`).toBe(expected);
        }
      }
    }
  });
});

describe('what a person holds', () => {
  const held = (role: Role, change: Partial<Holding> = {}): Holding => ({
    appointmentId: role,
    unitId: 'edu',
    role,
    functions: functionsOf(role),
    datasetIds: null,
    standsInFor: null,
    ...change,
  });

  test('shows the widest role and the links it opens', () => {
    expect(widestRole([])).toBeNull();
    expect(widestRole([held('reader'), held('head'), held('contributor')])).toBe('head');
    expect(mayAnywhere([held('contributor')], 'dataset.publish')).toBe(false);
    expect(mayAnywhere([held('contributor'), held('responsible')], 'dataset.publish')).toBe(true);
    expect(mayAnywhere([held('responsible', { functions: ['create'] })], 'dataset.publish')).toBe(false);
  });

  test('counts in the very unit, and upon the datasets it names', () => {
    const place = { unitId: 'edu', datasetId: 'buses' };
    expect(givesHere(held('responsible'), 'message.answer', place)).toBe(true);
    expect(givesHere(held('responsible'), 'message.answer', { ...place, unitId: 'board' })).toBe(false);
    expect(givesHere(held('contributor'), 'message.answer', place)).toBe(false);
    expect(givesHere(held('responsible', { datasetIds: ['buses'] }), 'message.answer', place)).toBe(true);
    expect(givesHere(held('responsible', { datasetIds: ['trams'] }), 'message.answer', place)).toBe(false);
    expect(
      givesHere(held('responsible', { datasetIds: ['trams'] }), 'message.answer', { ...place, datasetId: null }),
    ).toBe(false);
  });
});
