import { dayOf } from '../../../kernel/dates.ts';
import { faultyField, refuseFaults } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import type { Language } from '../../../kernel/text.ts';
import { type Context, transaction } from '../../../platform/context.ts';
import { record } from '../../history/index.ts';
import { writeInvitation } from '../people/invite-person.ts';
import { personNameFaults, tidyEmail } from '../people/person-rules.ts';
import { selectPerson, selectPersonByEmail } from '../people/person-store.ts';
import { registerPerson, registrationFaults } from '../people/register-person.ts';
import { forbidden, noSuchPerson } from '../refusals.ts';
import { isWithinReach, permit, reachOf } from '../rights/permit.ts';
import type { Person } from '../units/unit.ts';
import { selectUnits } from '../units/unit-store.ts';
import type { Appointment, Role } from './appointment.ts';
import { type AppointmentTerms, appointmentFaults, isOfAll, rolesToGive, tidyTerms } from './appointment-rules.ts';
import { insertAppointment } from './appointment-store.ts';

/** Who is appointed: somebody already here, somebody new (found by the e-mail if they are here after all), or nobody yet. */
export type Appointee =
  | { readonly kind: 'known'; readonly id: string }
  | {
      readonly kind: 'new';
      readonly name: string;
      /** Null: they have none, and get a printed code. */
      readonly email: string | null;
      /** Null: they set it by a link. */
      readonly password: string | null;
    }
  | { readonly kind: 'vacancy' };

/** Scheme and host of links, and the language of letters. */
export interface LinkPlace {
  readonly origin: string;
  readonly language: Language;
}

/** Somebody who was found or made; `link` sets the password of one made without. */
export interface Appointed {
  readonly person: Person | null;
  readonly link: string | null;
  readonly appointments: readonly Appointment[];
}

/**
 * Appoints a person to one unit or several. It works from its first day; the order may follow. A new person is invited by a letter or a printed
 * code: nobody joins a unit by themselves. Throws `forbidden`, `invalid` (fields of the person and of the terms, `units`).
 */
export function appoint(
  ctx: Context,
  wish: { readonly who: Appointee; readonly unitIds: readonly string[]; readonly terms: AppointmentTerms },
  links: LinkPlace,
): Promise<Appointed> {
  return transaction(ctx, async (inner) => {
    const terms = tidyTerms(wish.terms);
    await permitToAppoint(inner, terms.role, wish.unitIds);
    const personId = wish.who.kind === 'known' ? wish.who.id : null;
    refuseFaults([
      ...(await faultsOfAppointee(wish.who)),
      ...unitFaults(wish.unitIds, terms),
      ...appointmentFaults(terms, personId),
    ]);
    await refuseUnknown(inner, wish.unitIds, terms);
    const { person, link } = await findOrInvite(inner, wish.who, links);
    const now = inner.clock.now();
    const appointments: Appointment[] = [];
    for (const unitId of new Set(wish.unitIds)) {
      const id = newId(now.getTime());
      const appointment = { id, personId: person?.id ?? null, unitId, ...terms, createdAt: now };
      await insertAppointment(inner.db, appointment);
      await recordAppointment(inner, 'appointment.made', appointment, person?.name ?? '');
      appointments.push(appointment);
    }
    return { person, link, appointments };
  });
}

/** Throws `forbidden` unless the actor may appoint to these units, and to this role. */
export async function permitToAppoint(ctx: Context, role: Role, unitIds: readonly string[]): Promise<void> {
  await permit(ctx, 'appointment.manage');
  const { actor } = ctx;
  if (actor.kind !== 'person') return;
  const reach = await reachOf(ctx, 'appointment.manage');
  const outside = unitIds.some((unitId) => !isWithinReach(reach, { id: null, unitId }));
  const giver = await selectPerson(ctx.db, actor.id, dayOf(ctx.clock.now()));
  if (outside || !rolesToGive(giver?.appointments ?? []).includes(role)) throw forbidden();
  if (isOfAll(role) && reach !== 'all') throw forbidden();
}

/** Leaves a line of an appointment in the history, under its person or, of a vacancy, its unit. */
export async function recordAppointment(
  ctx: Context,
  deed: string,
  after: Appointment,
  personName: string,
  before?: Appointment,
): Promise<void> {
  const subject =
    after.personId === null
      ? { kind: 'unit', id: after.unitId ?? after.id, name: '' }
      : { kind: 'person', id: after.personId, name: personName };
  await record(ctx, { deed, subject, ...(before ? { before: factsOf(before) } : {}), after: factsOf(after) });
}

function factsOf(appointment: Appointment) {
  const { id: _id, personId: _person, createdAt: _made, order, datasetIds, functions, ...facts } = appointment;
  return {
    ...facts,
    functions: [...functions],
    datasets: datasetIds === null ? null : datasetIds.length,
    order: order === null ? null : `${order.issuer} ${order.date} № ${order.number}`.trim(),
  };
}

async function faultsOfAppointee(who: Appointee) {
  if (who.kind === 'vacancy') return [];
  if (who.kind === 'new') return await registrationFaults(who);
  return who.id === '' ? [...personNameFaults('')] : [];
}

function unitFaults(unitIds: readonly string[], terms: AppointmentTerms) {
  const fault = (uk: string, en: string) => [{ field: 'units', text: { uk, en } }];
  if (unitIds.length === 0) return fault('Позначте хоча б один підрозділ.', 'Tick at least one unit.');
  if (unitIds.length === 1 || terms.datasetIds === null) return [];
  return fault(
    'Окремі набори називають для одного підрозділу. Лишіть один підрозділ або оберіть «усі набори».',
    'Datasets are named for one unit. Leave one unit, or choose all datasets.',
  );
}

async function refuseUnknown(ctx: Context, unitIds: readonly string[], terms: AppointmentTerms): Promise<void> {
  const units = await selectUnits(ctx.db);
  if (unitIds.some((unitId) => !units.some(({ id }) => id === unitId))) {
    throw faultyField('units', {
      uk: 'Такого підрозділу немає. Оберіть інший.',
      en: 'There is no such unit. Choose another.',
    });
  }
  if (terms.substituteId !== null && !(await findPersonById(ctx, terms.substituteId))) {
    throw faultyField('substituteId', { uk: 'Такої людини немає.', en: 'There is no such person.' });
  }
}

const findPersonById = (ctx: Context, id: string) => selectPerson(ctx.db, id, dayOf(ctx.clock.now()));

/** The person meant; a new one is made and invited. @returns link of somebody who has no password yet */
export async function findOrInvite(
  ctx: Context,
  who: Appointee,
  links: LinkPlace,
): Promise<{ person: Person | null; link: string | null }> {
  if (who.kind === 'vacancy') return { person: null, link: null };
  if (who.kind === 'known') {
    const person = await findPersonById(ctx, who.id);
    if (person === null) throw noSuchPerson();
    return { person, link: null };
  }
  const today = dayOf(ctx.clock.now());
  const here = who.email === null ? null : await selectPersonByEmail(ctx.db, tidyEmail(who.email), today);
  if (here !== null) return { person: here, link: null };
  const person = await registerPerson(ctx, who);
  const { id, name, email } = person;
  await record(ctx, { deed: 'person.created', subject: { kind: 'person', id, name }, after: { name, email } });
  const link = who.password === null ? await writeInvitation(ctx, person, links) : null;
  return { person, link };
}
