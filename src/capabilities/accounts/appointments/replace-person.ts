import { addDays, type Day, dayOf } from '../../../kernel/dates.ts';
import { faultyField, fieldFault, refuseFaults } from '../../../kernel/errors.ts';
import { isId, newId } from '../../../kernel/ids.ts';
import { type Context, transaction } from '../../../platform/context.ts';
import { record } from '../../history/index.ts';
import { selectPerson } from '../people/person-store.ts';
import { registrationFaults } from '../people/register-person.ts';
import { noSuchPerson } from '../refusals.ts';
import { keepingAdministrator } from '../rights/access.ts';
import type { Person } from '../units/unit.ts';
import { type Appointed, type Appointee, findOrInvite, type LinkPlace, permitToAppoint } from './appoint.ts';
import type { Appointment, AppointmentOrder, AppointmentView } from './appointment.ts';
import { insertAppointment, replaceSubstitute } from './appointment-store.ts';
import { selectAppointments } from './appointment-view-store.ts';
import { endNow } from './change-appointment.ts';
import { tellOfReplacement } from './people-notices.ts';

export interface ReplacementWish {
  readonly leavingId: string;
  /** Nobody yet: the appointments become vacancies. */
  readonly coming: Appointee;
  /** The first day of the one who comes; the day before is the last of the one who leaves. */
  readonly from: Day;
  /** Null: «наказ готується». */
  readonly order: AppointmentOrder | null;
}

/** The appointments of one who leaves that somebody else can take over: all of them, where the actor may manage them. */
async function ownAppointments(ctx: Context, personId: string): Promise<AppointmentView[]> {
  const today = dayOf(ctx.clock.now());
  return (await selectAppointments(ctx.db, { personId }, today)).filter((one) => one.personId === personId);
}

/**
 * Changes a person by one form: who leaves, who comes, from when. All appointments go over with their functions and named datasets, the one who
 * comes stands in where the other did; rights, sessions and tokens of the one who leaves end with their last day. What else holds work of a
 * person follows `person-replaced` on that day; the coordinators are told by a letter. One transaction. Throws `not-found`, `forbidden`, `invalid`.
 */
export function replacePerson(ctx: Context, wish: ReplacementWish, links: LinkPlace): Promise<Appointed> {
  return transaction(ctx, (inner) =>
    keepingAdministrator(inner, [wish.from], async () => {
      const today = dayOf(inner.clock.now());
      const leaving = isId(wish.leavingId) ? await selectPerson(inner.db, wish.leavingId, today) : null;
      if (leaving === null) throw noSuchPerson();
      const before = await ownAppointments(inner, leaving.id);
      for (const { role, unitId } of before) await permitToAppoint(inner, role, unitId === null ? [] : [unitId]);
      refuseFaults(await faultsOf(wish, before));
      const { person, link } = await findOrInvite(inner, wish.coming, links);
      if (person?.id === leaving.id) throw samePerson();
      const appointments = await handOver(inner, before, person, wish);
      await replaceSubstitute(inner.db, leaving.id, person?.id ?? null, today);
      await leave(inner, leaving, person, before, wish);
      return { person, link, appointments };
    }),
  );
}

async function faultsOf(wish: ReplacementWish, before: readonly AppointmentView[]) {
  const faults = wish.coming.kind === 'new' ? [...(await registrationFaults(wish.coming))] : [];
  if (wish.coming.kind === 'known' && !isId(wish.coming.id)) {
    faults.push(fieldFault('comingId', 'Оберіть, хто приходить.', 'Choose who comes.'));
  }
  if (!/^\d{4}-\d{2}-\d{2}$/.test(wish.from) || Number.isNaN(Date.parse(wish.from))) {
    faults.push(
      fieldFault('from', 'Вкажіть день, з якого працює нова людина.', 'Give the first day of the new person.'),
    );
  }
  if (before.length === 0) {
    faults.push(fieldFault('comingId', 'Людина не має чинних призначень.', 'The person has no appointments in force.'));
  }
  return faults;
}

const samePerson = () =>
  faultyField('comingId', {
    uk: 'Це та сама людина. Оберіть, хто приходить замість неї.',
    en: 'This is the same person. Choose who comes instead.',
  });

async function handOver(
  ctx: Context,
  before: readonly AppointmentView[],
  coming: Person | null,
  { from, order }: ReplacementWish,
): Promise<Appointment[]> {
  const now = ctx.clock.now();
  const made: Appointment[] = [];
  for (const old of before) {
    // the address of one who leaves must not stay, and nobody said that of the one who comes may be shown to all
    const office = old.officeEmail === old.personEmail ? '' : old.officeEmail;
    const appointment: Appointment = {
      id: newId(now.getTime()),
      personId: coming?.id ?? null,
      unitId: old.unitId,
      role: old.role,
      functions: old.functions,
      datasetIds: old.datasetIds,
      post: old.post,
      officeEmail: office,
      officePhone: old.officePhone,
      from: old.from > from ? old.from : from,
      to: old.to,
      substituteId: old.substituteId === coming?.id ? null : old.substituteId,
      order,
      createdAt: now,
    };
    await insertAppointment(ctx.db, appointment, old.id);
    made.push(appointment);
  }
  return made;
}

async function leave(
  ctx: Context,
  leaving: Person,
  coming: Person | null,
  before: readonly AppointmentView[],
  { from }: ReplacementWish,
): Promise<void> {
  await endNow(ctx, before, addDays(from, -1));
  await record(ctx, {
    deed: 'person.replaced',
    subject: { kind: 'person', id: leaving.id, name: leaving.name },
    after: { replacedBy: coming?.name ?? '', from, appointments: before.length },
  });
  await tellOfReplacement(ctx, leaving, coming, { from });
}
