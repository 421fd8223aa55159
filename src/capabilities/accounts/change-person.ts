import { dayOf } from '../../kernel/dates.ts';
import { type Context, transaction } from '../../platform/context.ts';
import { record } from '../history/index.ts';
import type { Role } from './appointment.ts';
import { deleteAppointmentsOf } from './appointment-store.ts';
import { authentication } from './authentication.ts';
import { refuseUnknownUnit } from './create-person.ts';
import { openAppointment } from './open-appointment.ts';
import { widestRole } from './permission-rules.ts';
import { permit } from './permit.ts';
import { isRole, losesLastAdministrator, personNameFaults, placeFaults } from './person-rules.ts';
import { deleteLinks, lockAdministrators, selectPeople, selectPerson, updatePerson } from './person-store.ts';
import { faultyField, lastAdministrator, noSuchPerson, refuseFaults } from './refusals.ts';
import type { PersonChange } from './requests.ts';
import type { Person } from './unit.ts';

/** Everybody, by name. For those who manage people. */
export async function listPeople(ctx: Context): Promise<Person[]> {
  await permit(ctx, 'people.manage', null);
  return await selectPeople(ctx.db, dayOf(ctx.clock.now()));
}

/** One person, for showing a name beside a deed; asks no permission. */
export async function findPerson(ctx: Context, id: string): Promise<Person | null> {
  return await selectPerson(ctx.db, id, dayOf(ctx.clock.now()));
}

interface Rights {
  readonly name: string;
  readonly role: Role | null;
  readonly unitId: string | null;
  readonly active: boolean;
}

function rightsOf({ name, active, appointments }: Person): Rights {
  const own = appointments.filter(({ standsInFor }) => standsInFor === null);
  const role = widestRole(own);
  return { name, role, unitId: own.find((held) => held.role === role)?.unitId ?? null, active };
}

/**
 * Changes a person's name and rights, or switches their access off and on again. Rights count from the next request;
 * switching off ends all sessions and links at once. The last administrator keeps role and access (conflict).
 */
export function changePerson(ctx: Context, id: string, change: PersonChange): Promise<Person> {
  return transaction(ctx, async (inner) => {
    const administrators = await lockAdministrators(inner.db, dayOf(inner.clock.now()));
    await permit(inner, 'people.manage', null);
    const person = await findPerson(inner, id);
    if (person === null) throw noSuchPerson();
    const before = rightsOf(person);
    const after = { ...before, ...definedOf(change) };
    const { role, unitId } = after;
    if (role !== null && !isRole(role)) throw faultyField('role', { uk: 'Оберіть роль.', en: 'Choose a role.' });
    refuseFaults([...personNameFaults(after.name), ...(role === null ? [] : placeFaults(role, unitId))]);
    await refuseUnknownUnit(inner, unitId);
    const then = { administrator: role === 'administrator', active: after.active };
    if (losesLastAdministrator(administrators, id, then)) throw lastAdministrator();
    await updatePerson(inner.db, id, after);
    if (role !== null && (role !== before.role || unitId !== before.unitId)) {
      await deleteAppointmentsOf(inner.db, id);
      await openAppointment(inner, id, { role, unitId });
    }
    if (before.active && !after.active) await endAccess(inner, id);
    const subject = { kind: 'person', id, name: after.name };
    await record(inner, { deed: deedOf(before, after), subject, before, after });
    return (await findPerson(inner, id)) ?? person;
  });
}

function definedOf(change: PersonChange): Partial<Rights> {
  const { name, role, unitId, active } = change;
  return {
    ...(name === undefined ? {} : { name: name.trim().replace(/\s+/g, ' ') }),
    ...(role === undefined ? {} : { role }),
    ...(unitId === undefined ? {} : { unitId }),
    ...(active === undefined ? {} : { active }),
  };
}

function deedOf(before: Rights, after: Rights): string {
  if (before.active === after.active) return 'person.changed';
  return after.active ? 'person.switched-on' : 'person.switched-off';
}

async function endAccess(ctx: Context, id: string): Promise<void> {
  const { internalAdapter } = await (await authentication(ctx)).$context;
  await internalAdapter.deleteSessions(id);
  await deleteLinks(ctx.db, id, ctx.clock.now());
}
