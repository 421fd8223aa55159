import { type Day, dayOf } from '../../../kernel/dates.ts';
import { newId } from '../../../kernel/ids.ts';
import type { Context } from '../../../platform/context.ts';
import { selectPeople } from '../people/person-store.ts';
import type { Person } from '../units/unit.ts';
import type { Absence } from './appointment.ts';
import { selectAppointments } from './appointment-view-store.ts';

/** Coordinators; where there are none, administrators. */
function coordinatorsOf(people: readonly Person[]): Person[] {
  const having = (role: string) => people.filter(({ appointments }) => appointments.some((held) => held.role === role));
  const coordinators = having('coordinator');
  return coordinators.length > 0 ? coordinators : having('administrator');
}

interface Told {
  readonly to: readonly Person[];
  readonly kind: 'person.changed' | 'appointment.given' | 'absence.begun' | 'person.absent';
  readonly about: Person;
  readonly link: string;
  readonly facts: object;
}

/** Notices stand on accounts, so accounts ask for them by an event. */
function tell(ctx: Context, { to, kind, about, link, facts }: Told): Promise<void> {
  const subject = { kind: 'person', id: about.id, name: about.name };
  const by = ctx.actor.kind === 'person' ? { by: ctx.actor.name } : {};
  const people = [...new Set(to.map(({ id }) => id))];
  const notice = { to: { people }, kind, subject, link, facts: { ...facts, ...by }, once: newId() };
  return ctx.emit(ctx.db, { name: 'notice-asked', notice });
}

/** To the coordinators, and to the one who comes. */
export async function tellOfReplacement(
  ctx: Context,
  leaving: Person,
  coming: Person | null,
  facts: { from: Day },
): Promise<void> {
  const people = await selectPeople(ctx.db, dayOf(ctx.clock.now()));
  const { from } = facts;
  const link = `/cabinet/people/${leaving.id}`;
  const instead = coming === null ? {} : { instead: coming.name };
  await tell(ctx, {
    to: coordinatorsOf(people),
    kind: 'person.changed',
    about: leaving,
    link,
    facts: { from, ...instead },
  });
  if (coming === null) return;
  await tell(ctx, { to: [coming], kind: 'appointment.given', about: leaving, link: '/cabinet', facts: { from } });
}

/** To those who stand in, and to the coordinators. */
export async function tellOfAbsence(ctx: Context, person: Person, absence: Absence): Promise<void> {
  const today = dayOf(ctx.clock.now());
  const people = await selectPeople(ctx.db, today);
  const own = (await selectAppointments(ctx.db, { personId: person.id }, today)).filter(
    ({ personId }) => personId === person.id,
  );
  const ids = absence.substituteId ? [absence.substituteId] : own.map(({ substituteId }) => substituteId);
  const substitutes = people.filter(({ id }) => ids.includes(id));
  const { from, to } = absence;
  const facts = { from, ...(to === null ? {} : { until: to }) };
  await tell(ctx, { to: substitutes, kind: 'absence.begun', about: person, link: '/cabinet', facts });
  const instead = substitutes.map(({ name }) => name).join(', ');
  const link = `/cabinet/people/${person.id}`;
  const whole = { ...facts, ...(instead === '' ? {} : { instead }) };
  await tell(ctx, { to: coordinatorsOf(people), kind: 'person.absent', about: person, link, facts: whole });
}
