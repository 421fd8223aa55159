import { addDays, type Day, dayOf } from '../../../kernel/dates.ts';
import { RequestError } from '../../../kernel/errors.ts';
import { dayInWords } from '../../../language/dates.ts';
import type { Context } from '../../../platform/context.ts';
import { record } from '../../history/index.ts';
import { selectAppointments } from '../appointments/appointment-view-store.ts';
import { deleteLinks, lockRights, selectAdministrators, selectPerson } from '../people/person-store.ts';
import { lastAdministrator, noSuchPerson, switchedOff } from '../refusals.ts';
import { authentication } from '../signing-in/authentication.ts';
import { endTokensOfPerson } from '../tokens/token-store.ts';
import type { Person } from '../units/unit.ts';
import { permit } from './permit.ts';

/** Ends all sessions of a person, and their one-time links and tokens unless those are to stay. */
export async function endAccess(ctx: Context, personId: string, links: 'end' | 'keep' = 'end'): Promise<void> {
  const { internalAdapter } = await (await authentication(ctx)).$context;
  await internalAdapter.deleteSessions(personId);
  if (links === 'keep') return;
  await deleteLinks(ctx.db, personId, ctx.clock.now());
  for (const { id, name } of await endTokensOfPerson(ctx.db, personId, ctx.clock.now()))
    await record(ctx, { deed: 'token.ended', subject: { kind: 'token', id, name } });
}

/** Whether somebody may enter now: active, and with an appointment that works today. */
export function mayEnter(person: Person): boolean {
  return person.active && person.appointments.length > 0;
}

/** Says plainly why somebody cannot enter, and who stands in for them. */
export async function refusalOfEntry(ctx: Context, person: Person): Promise<RequestError> {
  if (!person.active) return switchedOff();
  const today = dayOf(ctx.clock.now());
  const own = (await selectAppointments(ctx.db, { personId: person.id }, today)).filter(
    ({ personId }) => personId === person.id,
  );
  const absence = own.find((one) => one.absence !== null)?.absence;
  if (absence) return away(absence.to, [...new Set(own.map(({ substituteName }) => substituteName))].filter(Boolean));
  const begins = own
    .map(({ from }) => from)
    .filter((from) => from > today)
    .toSorted()[0];
  return begins ? notYet(begins) : noAppointment();
}

function away(to: Day | null, substitutes: readonly string[]): RequestError {
  const names = substitutes.join(', ');
  const until = { uk: to ? ` до ${dayInWords(to, 'uk')}` : '', en: to ? ` until ${dayInWords(to, 'en')}` : '' };
  return new RequestError('forbidden', 'absent', {
    uk: `За записом вас немає на роботі${until.uk}, тому кабінет для вас закрито.${names ? ` Вас заступає ${names}.` : ''} Якщо ви вже працюєте, попросіть керівника або координатора завершити відсутність.`,
    en: `You are noted as away${until.en}, so the cabinet is closed to you.${names ? ` ${names} stands in for you.` : ''} If you are back, ask your head or the coordinator to end the absence.`,
  });
}

const notYet = (from: Day): RequestError =>
  new RequestError('forbidden', 'not-yet-appointed', {
    uk: `Ваше призначення діє з ${dayInWords(from, 'uk')}. Увійдіть того дня.`,
    en: `Your appointment begins on ${dayInWords(from, 'en')}. Sign in on that day.`,
  });

const noAppointment = (): RequestError =>
  new RequestError('forbidden', 'no-appointment', {
    uk: 'У вас немає чинного призначення, тому кабінет для вас закрито. Зверніться до координатора відкритих даних.',
    en: 'You have no appointment in force, so the cabinet is closed to you. Ask the open data coordinator.',
  });

/**
 * The person, for a deed upon their access. Whoever manages people may, but upon an administrator only another administrator: nobody takes over
 * more rights than they have. Throws `not-found`, `forbidden`.
 */
export async function openPersonForChange(ctx: Context, id: string): Promise<Person> {
  await permit(ctx, 'people.manage', null);
  const today = dayOf(ctx.clock.now());
  const person = await selectPerson(ctx.db, id, today);
  if (person === null) throw noSuchPerson();
  const all = await selectAppointments(ctx.db, { personId: id }, today);
  if (all.some(({ role }) => role === 'administrator')) await permit(ctx, 'settings.change', null);
  return person;
}

/**
 * Carries out a change of rights so that somebody who may manage the system is left: today and on the days given. Only where there was an
 * administrator before. Throws `last-administrator`.
 */
export async function keepingAdministrator<T>(
  ctx: Context,
  days: readonly Day[],
  change: () => Promise<T>,
): Promise<T> {
  const today = dayOf(ctx.clock.now());
  await lockRights(ctx.db);
  const asked = [...new Set([today, ...days])].filter((day) => day >= today);
  const before = await Promise.all(asked.map((day) => selectAdministrators(ctx.db, day)));
  const done = await change();
  for (const [at, day] of asked.entries()) {
    if (before[at]?.length !== 0 && (await selectAdministrators(ctx.db, day)).length === 0) throw lastAdministrator();
  }
  return done;
}

/** The day after a last day, for `keepingAdministrator`; nothing where there is no end. */
export function daysAfter(lastDay: Day | null): Day[] {
  return lastDay === null ? [] : [addDays(lastDay, 1)];
}
