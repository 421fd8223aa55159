import { type Day, dayOf } from '../../../kernel/dates.ts';
import { faultyField, refuseFaults } from '../../../kernel/errors.ts';
import { isId, newId } from '../../../kernel/ids.ts';
import { type Context, transaction } from '../../../platform/context.ts';
import { record } from '../../history/index.ts';
import { selectPerson } from '../people/person-store.ts';
import { forbidden, noSuchAbsence, noSuchPerson, signedOut } from '../refusals.ts';
import { endAccess, keepingAdministrator } from '../rights/access.ts';
import { isWithinReach, may, reachOf } from '../rights/permit.ts';
import { absenceFaults } from './absence-rules.ts';
import { deleteAbsence, insertAbsence, selectAbsence, selectAbsences, updateAbsenceEnd } from './absence-store.ts';
import type { Absence, AbsenceKind } from './appointment.ts';
import { selectAppointments } from './appointment-view-store.ts';
import { yesterday } from './change-appointment.ts';
import { tellOfAbsence } from './people-notices.ts';

export interface AbsenceWish {
  readonly kind: AbsenceKind;
  readonly from: Day;
  readonly to: Day | null;
  /** Null: the substitute of each appointment. */
  readonly substituteId: string | null;
}

/** The person themselves, and whoever may manage one of their appointments. */
async function permitAbsence(ctx: Context, personId: string): Promise<void> {
  const { actor } = ctx;
  if (actor.kind === 'system' || (actor.kind === 'person' && actor.id === personId)) return;
  if (actor.kind === 'visitor') throw signedOut();
  const today = dayOf(ctx.clock.now());
  const own = (await selectAppointments(ctx.db, { personId }, today)).filter((one) => one.personId === personId);
  const reach = await reachOf(ctx, 'appointment.manage');
  const mine = own.some(({ unitId }) => isWithinReach(reach, { id: null, unitId }));
  const above = own.every(({ role }) => role !== 'administrator') || (await may(ctx, 'settings.change', null));
  if (!mine || !above) throw forbidden();
}

/**
 * Notes that somebody is away: for that time the substitute has their work and rights, they have no access; nothing else changes. By one click
 * from today without an end. Throws `not-found`, `forbidden`, `invalid`, `conflict` (the last administrator).
 */
export function startAbsence(ctx: Context, personId: string, wish: AbsenceWish): Promise<Absence> {
  return transaction(ctx, (inner) =>
    keepingAdministrator(inner, [wish.from], async () => {
      const today = dayOf(inner.clock.now());
      const person = isId(personId) ? await selectPerson(inner.db, personId, today) : null;
      if (person === null) throw noSuchPerson();
      await permitAbsence(inner, personId);
      const others = await selectAbsences(inner.db, personId, today);
      refuseFaults(absenceFaults(wish, personId, others));
      const { substituteId } = wish;
      if (substituteId !== null && (!isId(substituteId) || !(await selectPerson(inner.db, substituteId, today)))) {
        throw faultyField('absenceSubstituteId', { uk: 'Такої людини немає.', en: 'There is no such person.' });
      }
      const now = inner.clock.now();
      const absence = { id: newId(now.getTime()), personId, ...wish };
      await insertAbsence(inner.db, absence, now);
      if (wish.from <= today) await endAccess(inner, personId, 'keep');
      const subject = { kind: 'person', id: personId, name: person.name };
      await record(inner, { deed: 'absence.started', subject, after: { ...wish } });
      await tellOfAbsence(inner, person, absence);
      return absence;
    }),
  );
}

/** Ends an absence by one click: the person has their rights again at once, the substitute no longer. Throws `not-found`, `forbidden`. */
export function endAbsence(ctx: Context, absenceId: string): Promise<void> {
  return transaction(ctx, async (inner) => {
    const absence = isId(absenceId) ? await selectAbsence(inner.db, absenceId) : null;
    if (absence === null) throw noSuchAbsence();
    await permitAbsence(inner, absence.personId);
    const lastDay = yesterday(inner);
    if (absence.to !== null && absence.to <= lastDay) return;
    if (absence.from > lastDay) await deleteAbsence(inner.db, absence.id);
    else await updateAbsenceEnd(inner.db, absence.id, lastDay);
    const person = await selectPerson(inner.db, absence.personId, dayOf(inner.clock.now()));
    const subject = { kind: 'person', id: absence.personId, name: person?.name ?? '' };
    await record(inner, { deed: 'absence.ended', subject, before: { to: absence.to }, after: { to: lastDay } });
  });
}
