import { type Day, dayOf } from '../../kernel/dates.ts';
import { dayInWords } from '../../language/dates.ts';
import type { Context } from '../../platform/context.ts';
import type { Absence } from './appointment.ts';
import { selectAppointments } from './appointment-view-store.ts';
import { selectCommunity } from './community-store.ts';
import { hasMail } from './person-rules.ts';
import { selectPeople } from './person-store.ts';
import type { Person } from './unit.ts';

/** In Ukrainian: the cabinet keeps no language of a person. */
async function write(ctx: Context, to: readonly Person[], subject: string, lines: readonly string[]): Promise<void> {
  const community = (await selectCommunity(ctx.db))?.profile.name ?? '';
  for (const person of new Map(to.map((one) => [one.id, one])).values()) {
    if (!person.active || !hasMail(person)) continue;
    const body = [`Вітаємо, ${person.name}.`, ...lines].join('\n\n');
    await ctx.mail.write(ctx.db, {
      to: person.email,
      subject: `${subject}: портал відкритих даних, ${community}`,
      body: `${body}\n`,
    });
  }
}

/** Coordinators; where there are none, administrators. */
function coordinatorsOf(people: readonly Person[]): Person[] {
  const having = (role: string) => people.filter(({ appointments }) => appointments.some((held) => held.role === role));
  const coordinators = having('coordinator');
  return coordinators.length > 0 ? coordinators : having('administrator');
}

/** To the coordinators, at once, and to the one who comes. */
export async function tellOfReplacement(
  ctx: Context,
  leaving: Person,
  coming: Person | null,
  facts: { from: Day; appointments: number },
): Promise<void> {
  const people = await selectPeople(ctx.db, dayOf(ctx.clock.now()));
  const told = people.filter(({ id }) => id === coming?.id);
  const when = `з ${dayInWords(facts.from, 'uk')}`;
  await write(ctx, [...coordinatorsOf(people), ...told], 'Зміна відповідальної особи', [
    coming
      ? `Замість «${leaving.name}» ${when} працює «${coming.name}».`
      : `«${leaving.name}» ${when} не працює, заміни поки немає.`,
    `Призначень передано: ${facts.appointments}. Набори, чернетки й повідомлення лишилися на місці.`,
  ]);
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
  const until = absence.to ? ` до ${dayInWords(absence.to, 'uk')}` : '';
  const names = substitutes.map(({ name }) => `«${name}»`).join(', ');
  await write(ctx, [...substitutes, ...coordinatorsOf(people)], 'Відсутність', [
    `«${person.name}» немає на роботі з ${dayInWords(absence.from, 'uk')}${until}.`,
    names ? `Цей час заступає ${names}: роботу й права передано.` : 'Ніхто не заступає: призначте, хто це робитиме.',
  ]);
}
