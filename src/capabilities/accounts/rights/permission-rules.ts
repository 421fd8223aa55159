import type { AppointmentFunction, Holding, Role } from '../appointments/appointment.ts';
import type { Deed } from '../units/unit.ts';

/** Where a role may do a deed: everywhere, or in the appointment's unit and those below it. */
export type Reach = 'all' | 'own-and-below';

/** One cell of the table. `functions`: one of them is needed; left out: none is asked. */
export interface Grant {
  readonly reach: Reach;
  readonly functions?: readonly AppointmentFunction[];
}

type Row = Readonly<Partial<Record<Deed, Grant>>>;

const EVERYWHERE: Grant = { reach: 'all' };
const HERE: Grant = { reach: 'own-and-below' };
const by = (...functions: AppointmentFunction[]): Grant => ({ reach: 'own-and-below', functions });

const COORDINATOR: Row = {
  'units.manage': EVERYWHERE,
  'people.manage': EVERYWHERE,
  'appointment.manage': EVERYWHERE,
  'dataset.create': EVERYWHERE,
  'dataset.edit': EVERYWHERE,
  'dataset.submit': EVERYWHERE,
  'dataset.approve': EVERYWHERE,
  'dataset.publish': EVERYWHERE,
  'privacy.protect': EVERYWHERE,
  'privacy.keep': EVERYWHERE,
  'dataset.close': EVERYWHERE,
  'dataset.purge': EVERYWHERE,
  'dataset.view-drafts': EVERYWHERE,
  'dataset.view-internal': EVERYWHERE,
  'original.read': EVERYWHERE,
  'dataset.comment': EVERYWHERE,
  'dataset.coordinate': EVERYWHERE,
  'message.view': EVERYWHERE,
  'message.answer': EVERYWHERE,
  'history.view': EVERYWHERE,
  'search.words': EVERYWHERE,
  'token.manage': EVERYWHERE,
  'city.manage': EVERYWHERE,
  'mandate.answer': EVERYWHERE,
  'registry.confirm': EVERYWHERE,
};

const READING: Row = { 'dataset.view-drafts': HERE, 'dataset.view-internal': HERE, 'dataset.comment': HERE };

/** The whole table. To edit, to submit, to approve and to publish are four deeds. */
const TABLE: Readonly<Record<Role, Row>> = {
  administrator: { 'settings.change': EVERYWHERE, ...COORDINATOR },
  coordinator: COORDINATOR,
  head: {
    ...READING,
    'original.read': HERE,
    'appointment.manage': HERE,
    'dataset.approve': HERE,
    'message.view': HERE,
    'history.view': HERE,
    'mandate.answer': HERE,
    'registry.confirm': HERE,
  },
  reviewer: { ...READING, 'dataset.approve': HERE },
  responsible: {
    ...READING,
    'dataset.create': by('create'),
    'dataset.edit': by('update'),
    'dataset.submit': by('publish', 'update'),
    'dataset.publish': by('publish'),
    'privacy.protect': by('update', 'publish', 'access'),
    'privacy.keep': by('publish', 'access'),
    'dataset.close': by('publish'),
    'original.read': by('access'),
    'message.view': HERE,
    'message.answer': by('publish', 'access'),
    'token.manage': by('publish'),
    'mandate.answer': HERE,
  },
  contributor: {
    ...READING,
    'dataset.create': by('create'),
    'dataset.edit': by('update'),
    'dataset.submit': by('update'),
    'privacy.protect': by('update'),
    'message.view': HERE,
  },
  auditor: { ...READING, 'history.view': HERE },
  member: { 'dataset.view-drafts': EVERYWHERE, 'dataset.view-internal': EVERYWHERE, 'dataset.comment': EVERYWHERE },
  reader: { 'dataset.view-internal': HERE },
};

/** Every deed there is. */
export const DEEDS = Object.keys(TABLE.administrator) as readonly Deed[];
/** Every role there is, widest first. */
export const ROLES = Object.keys(TABLE) as readonly Role[];

/** Functions a role may be appointed to; the others do without. */
export function functionsOf(role: Role): readonly AppointmentFunction[] {
  if (role === 'responsible') return ['create', 'update', 'publish', 'access'];
  return role === 'contributor' ? ['create', 'update'] : [];
}

/** The cell of the table, or null: nowhere. */
export function grantOf(role: Role, deed: Deed): Grant | null {
  return TABLE[role][deed] ?? null;
}

/** The grant of a held appointment, its functions counted; null: it does not give the deed anywhere. */
export function grantOfHolding(holding: Pick<Holding, 'role' | 'functions'>, deed: Deed): Grant | null {
  const grant = grantOf(holding.role, deed);
  const asked = grant?.functions;
  return asked && !asked.some((one) => holding.functions.includes(one)) ? null : grant;
}

/** How a place lies to a held appointment. */
export interface Standing {
  /** `anywhere`: may they do it somewhere at all; `system`: no unit, the whole of it; `unit`, `dataset`: one of them. */
  readonly place: 'anywhere' | 'system' | 'unit' | 'dataset';
  /** The unit of the place is the appointment's or stands below it; of `system`: the appointment is of the council itself. */
  readonly inside: boolean;
  /** The dataset is one of those named. */
  readonly named: boolean;
}

/** The decision over one held appointment. A named dataset counts wherever it is; with named datasets the unit itself does not. */
export function isPermitted(
  holding: Pick<Holding, 'role' | 'functions' | 'datasetIds'>,
  deed: Deed,
  standing: Standing,
): boolean {
  const grant = grantOfHolding(holding, deed);
  if (grant === null) return false;
  if (grant.reach === 'all' || standing.place === 'anywhere') return true;
  return holding.datasetIds === null ? standing.inside : standing.place === 'dataset' && standing.named;
}

/** Whether these appointments give the deed somewhere at all, e.g. to show a link. */
export function mayAnywhere(holdings: readonly Holding[], deed: Deed): boolean {
  return holdings.some((holding) => grantOfHolding(holding, deed) !== null);
}

/** Whether an appointment of this very unit gives the deed there (or upon that dataset). */
export function givesHere(holding: Holding, deed: Deed, place: { unitId: string; datasetId: string | null }): boolean {
  if (holding.unitId !== place.unitId || grantOfHolding(holding, deed) === null) return false;
  return holding.datasetIds === null || (place.datasetId !== null && holding.datasetIds.includes(place.datasetId));
}

/** The widest role of a person, to show beside the name; null without any appointment. */
export function widestRole(holdings: readonly Pick<Holding, 'role'>[]): Role | null {
  return ROLES.find((role) => holdings.some((holding) => holding.role === role)) ?? null;
}
