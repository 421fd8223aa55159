import { dayOf } from '../../../kernel/dates.ts';
import { type Context, once } from '../../../platform/context.ts';
import { selectPeople } from '../people/person-store.ts';
import { noSuchPerson } from '../refusals.ts';
import { isWithinReach, permit, reachOf } from '../rights/permit.ts';
import type { Person } from '../units/unit.ts';
import { selectAbsences } from './absence-store.ts';
import type { Absence } from './appointment.ts';
import { selectAppointments } from './appointment-view-store.ts';
import { type ListedAppointment, withOrderState } from './list-appointments.ts';

/** Somebody with the appointments the asker may manage, of today and to come. */
export interface StaffPerson {
  readonly person: Person;
  readonly appointments: readonly ListedAppointment[];
}

export interface Staff {
  readonly people: readonly StaffPerson[];
  readonly vacancies: readonly ListedAppointment[];
}

/** Everybody and every appointment of today and to come: whoever is asked of, pages of people need both. */
function everybody(ctx: Context): Promise<{ people: Person[]; appointments: ListedAppointment[] }> {
  const today = dayOf(ctx.clock.now());
  return once(ctx, `accounts.staff ${today}`, async () => ({
    people: await selectPeople(ctx.db, today),
    appointments: await withOrderState(ctx, await selectAppointments(ctx.db, {}, today)),
  }));
}

/** Who works with the data: everybody for those who manage people, those of their units for heads. Throws `forbidden`. */
export async function listStaff(ctx: Context): Promise<Staff> {
  const reach = await reachOf(ctx, 'appointment.manage');
  if (reach !== 'all' && reach.unitIds.length === 0) await permit(ctx, 'appointment.manage'); // says why
  const { people, appointments } = await everybody(ctx);
  const mine = appointments.filter(({ unitId }) => isWithinReach(reach, { id: null, unitId }));
  const byPerson = new Map<string, ListedAppointment[]>();
  for (const one of mine) {
    if (one.personId !== null) byPerson.set(one.personId, [...(byPerson.get(one.personId) ?? []), one]);
  }
  return {
    people: people
      .filter(({ id }) => reach === 'all' || byPerson.has(id))
      .map((person) => ({ person, appointments: byPerson.get(person.id) ?? [] })),
    vacancies: mine.filter(({ personId }) => personId === null),
  };
}

/** One of the staff with their absences. Throws `not-found`, `forbidden` where none of their appointments is the asker's to manage. */
export async function openStaffPerson(
  ctx: Context,
  id: string,
): Promise<StaffPerson & { absences: readonly Absence[] }> {
  await permit(ctx, 'appointment.manage');
  const { people, appointments } = await everybody(ctx);
  const person = people.find((one) => one.id === id);
  if (!person) throw noSuchPerson();
  const reach = await reachOf(ctx, 'appointment.manage');
  const mine = appointments.filter(
    ({ personId, unitId }) => personId === id && isWithinReach(reach, { id: null, unitId }),
  );
  if (reach !== 'all' && mine.length === 0) await permit(ctx, 'people.manage', null);
  return { person, appointments: mine, absences: await selectAbsences(ctx.db, id, dayOf(ctx.clock.now())) };
}
