import { addDays, type Day, dayOf } from '../../../kernel/dates.ts';
import { faultyField, refuseFaults } from '../../../kernel/errors.ts';
import { isId } from '../../../kernel/ids.ts';
import { type Context, transaction } from '../../../platform/context.ts';
import { hasMail } from '../people/person-rules.ts';
import { selectPerson } from '../people/person-store.ts';
import { noSuchAppointment } from '../refusals.ts';
import { daysAfter, endAccess, keepingAdministrator } from '../rights/access.ts';
import { permit } from '../rights/permit.ts';
import { endTokensOf } from '../tokens/token-store.ts';
import { permitToAppoint, recordAppointment } from './appoint.ts';
import type { AppointmentView } from './appointment.ts';
import { type AppointmentTerms, appointmentFaults, tidyTerms } from './appointment-rules.ts';
import { endAppointments, updateAppointment } from './appointment-store.ts';
import { selectAppointments } from './appointment-view-store.ts';

/** The appointment, for those who may manage it, or whose own it is. Throws `not-found`, `forbidden`. */
export async function openAppointmentPage(ctx: Context, id: string): Promise<AppointmentView> {
  const appointment = await loadAppointment(ctx, id);
  const own = ctx.actor.kind === 'person' && appointment.personId === ctx.actor.id;
  if (!own) await permit(ctx, 'appointment.manage', appointment.unitId);
  return appointment;
}

async function loadAppointment(ctx: Context, id: string): Promise<AppointmentView> {
  const day = dayOf(ctx.clock.now());
  const [appointment] = isId(id) ? await selectAppointments(ctx.db, { id }, day) : [];
  if (!appointment) throw noSuchAppointment();
  return appointment;
}

/**
 * Changes all but the person and the unit; with a number and a date the order makes it final. Rights count from the next request. Throws
 * `not-found`, `forbidden`, `invalid`, `conflict` (the last administrator).
 */
export function changeAppointment(ctx: Context, id: string, wish: AppointmentTerms): Promise<AppointmentView> {
  return transaction(ctx, (inner) =>
    keepingAdministrator(inner, daysAfter(wish.to), async () => {
      const before = await loadAppointment(inner, id);
      const terms = tidyTerms(wish);
      const unitIds = before.unitId === null ? [] : [before.unitId];
      await permitToAppoint(inner, before.role, unitIds);
      await permitToAppoint(inner, terms.role, unitIds);
      refuseFaults(appointmentFaults(terms, before.personId));
      if (terms.substituteId !== null) await refuseUnknownSubstitute(inner, terms.substituteId);
      const after = { ...before, ...terms };
      await updateAppointment(inner.db, after);
      await recordAppointment(inner, 'appointment.changed', after, before.personName, before);
      if (before.personId !== null) await endIdleAccess(inner, before.personId);
      return await loadAppointmentOrLast(inner, id, before);
    }),
  );
}

/** Appoints somebody to a vacancy, with its terms, from today or its first day. Throws `not-found`, `forbidden`, `invalid`, `conflict`. */
export function fillVacancy(ctx: Context, id: string, personId: string): Promise<AppointmentView> {
  return transaction(ctx, async (inner) => {
    const before = await loadAppointment(inner, id);
    await permitToAppoint(inner, before.role, before.unitId === null ? [] : [before.unitId]);
    if (before.personId !== null) throw noSuchAppointment();
    const today = dayOf(inner.clock.now());
    const person = isId(personId) ? await selectPerson(inner.db, personId, today) : null;
    if (person === null) {
      throw faultyField('comingId', { uk: 'Оберіть, кого призначити.', en: 'Choose whom to appoint.' });
    }
    const from = [before.from, today].toSorted().at(-1) ?? today;
    const substituteId = before.substituteId === personId ? null : before.substituteId;
    const after = { ...before, personId, from, substituteId, createdAt: inner.clock.now() };
    await updateAppointment(inner.db, after);
    await recordAppointment(inner, 'appointment.made', after, person.name, before);
    return { ...after, personName: person.name, personEmail: person.email };
  });
}

async function loadAppointmentOrLast(ctx: Context, id: string, last: AppointmentView): Promise<AppointmentView> {
  return (await selectAppointments(ctx.db, { id }, dayOf(ctx.clock.now())))[0] ?? last;
}

async function refuseUnknownSubstitute(ctx: Context, id: string): Promise<void> {
  if ((await selectPerson(ctx.db, id, dayOf(ctx.clock.now()))) !== null) return;
  throw faultyField('substituteId', { uk: 'Такої людини немає.', en: 'There is no such person.' });
}

/**
 * Ends an appointment. From the day after its last day it gives no rights; with the last one sessions and tokens die, drafts stay.
 * @param lastDay a day before today: it ends at once. Throws `not-found`, `forbidden`, `conflict` (the last administrator)
 */
export function endAppointment(ctx: Context, id: string, lastDay: Day): Promise<void> {
  return transaction(ctx, (inner) =>
    keepingAdministrator(inner, daysAfter(lastDay), async () => {
      const before = await loadAppointment(inner, id);
      await permitToAppoint(inner, before.role, before.unitId === null ? [] : [before.unitId]);
      await endNow(inner, [before], lastDay);
      await recordAppointment(inner, 'appointment.ended', { ...before, to: lastDay }, before.personName, before);
    }),
  );
}

/** Ends appointments of one person with a last day; asks no permission. Those that are over already are told at once. */
export async function endNow(ctx: Context, appointments: readonly AppointmentView[], lastDay: Day): Promise<void> {
  const now = ctx.clock.now();
  const over = lastDay < dayOf(now);
  const ids = appointments.map(({ id }) => id);
  await endAppointments(ctx.db, ids, lastDay, over ? now : null);
  if (over) for (const appointment of appointments) await tellEnded(ctx, appointment);
}

/**
 * Says that an appointment is over, in the transaction that ended it, and who took it over, if anybody did; with the last one the person's
 * access ends.
 */
export async function tellEnded(ctx: Context, ended: AppointmentView): Promise<void> {
  const { id: appointmentId, personId, unitId, datasetIds } = ended;
  if (personId === null) return;
  const last = await endIdleAccess(ctx, personId);
  await ctx.emit(ctx.db, { name: 'appointment-ended', appointmentId, personId, last });
  const [next] = await selectAppointments(ctx.db, { followsId: appointmentId }, dayOf(ctx.clock.now()));
  if (unitId === null || !next?.personId || next.personId === personId) return;
  const emails = [ended.personEmail, ended.officeEmail].filter((email) => email !== '');
  const office = next.officeEmail || (hasMail({ email: next.personEmail }) ? next.personEmail : '');
  await ctx.emit(ctx.db, {
    name: 'person-replaced',
    unitId,
    datasetIds,
    leaving: { id: personId, name: ended.personName, emails },
    coming: { id: next.personId, name: next.personName, email: office, post: next.post, phone: next.officePhone },
  });
}

/** Ends the access of somebody nothing gives rights to any more; true when that is so. Links stay for those whose day is still to come. */
export async function endIdleAccess(ctx: Context, personId: string): Promise<boolean> {
  const today = dayOf(ctx.clock.now());
  const person = await selectPerson(ctx.db, personId, today);
  if (person === null || person.appointments.length > 0) return false;
  const toCome = (await selectAppointments(ctx.db, { personId }, today)).some((one) => one.personId === personId);
  await endAccess(ctx, personId, toCome ? 'keep' : 'end');
  if (!toCome) await endTokensOf(ctx.db, personId, ctx.clock.now());
  return !toCome;
}

/** The last day of an appointment that is to end at once. */
export function yesterday(ctx: Context): Day {
  return addDays(dayOf(ctx.clock.now()), -1);
}
