import type { AppointmentFunction, Role } from '../../src/capabilities/accounts/index.ts';

/*
 * Who may do what, written by hand, apart from the table it is compared with by src/app/rights-matrix.test.ts.
 */

export interface Who {
  readonly role: Role;
  readonly functions?: readonly AppointmentFunction[];
  readonly named?: boolean;
  readonly ended?: boolean;
  readonly away?: boolean;
}

/** Everybody is appointed to the unit `own`; `named`: to the dataset `named` of it only. */
export const PEOPLE = {
  administrator: { role: 'administrator' },
  coordinator: { role: 'coordinator' },
  head: { role: 'head' },
  reviewer: { role: 'reviewer' },
  responsible: { role: 'responsible' },
  creates: { role: 'responsible', functions: ['create'] },
  updates: { role: 'responsible', functions: ['update'] },
  publishes: { role: 'responsible', functions: ['publish'] },
  answers: { role: 'responsible', functions: ['access'] },
  'named only': { role: 'responsible', named: true },
  contributor: { role: 'contributor' },
  auditor: { role: 'auditor' },
  member: { role: 'member' },
  reader: { role: 'reader' },
  ended: { role: 'responsible', ended: true },
  away: { role: 'responsible', away: true },
  'stands in': { role: 'reader' },
} as const satisfies Record<string, Who>;
export type Name = keyof typeof PEOPLE;

export const PLACES = ['named', 'own', 'below', 'other'] as const;
export type Place = (typeof PLACES)[number];

export const EVERYWHERE: readonly Name[] = ['administrator', 'coordinator'];
/** Who may do a deed in their own unit and below, or upon the named dataset (`named only`), besides those who may everywhere. */
export const HERE = {
  see: [
    'head',
    'reviewer',
    'responsible',
    'creates',
    'updates',
    'publishes',
    'answers',
    'named only',
    'contributor',
    'auditor',
    'stands in',
  ],
  edit: ['responsible', 'updates', 'named only', 'contributor', 'stands in'],
  submit: ['responsible', 'updates', 'publishes', 'named only', 'contributor', 'stands in'],
  publish: ['responsible', 'publishes', 'named only', 'stands in'],
  close: ['responsible', 'publishes', 'named only', 'stands in'],
  'allow rows': ['head', 'reviewer'],
  comment: [
    'head',
    'reviewer',
    'responsible',
    'creates',
    'updates',
    'publishes',
    'answers',
    'named only',
    'contributor',
    'auditor',
    'stands in',
  ],
  'read messages': [
    'head',
    'responsible',
    'creates',
    'updates',
    'publishes',
    'answers',
    'named only',
    'contributor',
    'stands in',
  ],
  answer: ['responsible', 'publishes', 'answers', 'named only', 'stands in'],
  history: ['head', 'auditor', 'responsible', 'updates', 'named only', 'contributor', 'stands in'],
  'say unchanged': ['responsible', 'publishes', 'named only', 'stands in'],
  archive: ['responsible', 'publishes', 'named only', 'stands in'],
  approve: ['head', 'reviewer'],
  'give a link': ['responsible', 'updates', 'publishes', 'named only', 'contributor', 'stands in'],
  'pass a message': ['responsible', 'publishes', 'answers', 'named only', 'stands in'],
  // of a unit: named datasets open none
  promise: ['responsible', 'publishes', 'stands in'],
  'make tokens': ['responsible', 'publishes', 'stands in'],
  'answer for a list': ['head', 'responsible', 'creates', 'updates', 'publishes', 'answers', 'stands in'],
  'confirm the registry': ['head'],
  'read an original': ['head', 'responsible', 'answers', 'named only', 'stands in'],
} as const satisfies Record<string, readonly Name[]>;
export type Deed = keyof typeof HERE;
/** Deeds a member of the working group may do everywhere. */
const OF_MEMBERS: readonly Deed[] = ['see', 'comment'];

export function expected(name: Name, deed: Deed, place: Place): boolean {
  if (EVERYWHERE.includes(name)) return true;
  if (name === 'member') return OF_MEMBERS.includes(deed);
  const here: readonly Name[] = HERE[deed];
  if (!here.includes(name)) return false;
  return name === 'named only' ? place === 'named' : place !== 'other';
}
