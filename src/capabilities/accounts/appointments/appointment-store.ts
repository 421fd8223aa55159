import { sql } from 'kysely';
import type { Day } from '../../../kernel/dates.ts';
import type { Database } from '../../../platform/context.ts';
import { accountsTables } from '../accounts-tables.ts';
import type { Appointment } from './appointment.ts';

const lasts = (row: string, day: Day) =>
  sql`${sql.ref(`${row}.from_day`)} <= ${day} and (${sql.ref(`${row}.to_day`)} is null or ${sql.ref(`${row}.to_day`)} >= ${day})`;

/** Absences of that day, one a person. */
export const absencesOn = (day: Day) => sql`(
  select distinct on (away.person_id) away.* from accounts_absence away
  where ${lasts('away', day)} order by away.person_id, away.created_at desc
)`;

/**
 * Appointments that work on that day, one row for each who holds them: the person, or the substitute of one absent or of a vacancy. Each part
 * finds the rows of one holder by an index, so a condition upon `holder_id` reads only theirs.
 */
export const holdingsOn = (day: Day) => sql`(
  select appointment.*, appointment.person_id as holder_id, null::text as stands_in_for
  from accounts_appointment appointment join accounts_user holder on holder.id = appointment.person_id and holder.active
  where ${lasts('appointment', day)} and not exists (
    select from accounts_absence away where away.person_id = appointment.person_id and ${lasts('away', day)})
  union all
  select appointment.*, holder.id, person.name
  from accounts_absence away join accounts_user person on person.id = away.person_id
  join accounts_appointment appointment on appointment.person_id = away.person_id
  join accounts_user holder on holder.id = coalesce(away.substitute_id, appointment.substitute_id) and holder.active
  where ${lasts('away', day)} and ${lasts('appointment', day)} and not exists (
    select from accounts_absence own where own.person_id = holder.id and ${lasts('own', day)})
  union all
  select appointment.*, appointment.substitute_id, ''
  from accounts_appointment appointment join accounts_user holder on holder.id = appointment.substitute_id and holder.active
  where appointment.person_id is null and ${lasts('appointment', day)} and not exists (
    select from accounts_absence away where away.person_id = appointment.substitute_id and ${lasts('away', day)})
)`;

/** The columns of a holding, of the alias `held`. */
export const HOLDING_AS_JSON = sql`json_build_object(
  'appointmentId', held.id, 'unitId', held.unit_id, 'role', held.role, 'functions', held.functions, 'standsInFor', held.stands_in_for,
  'datasetIds', case when held.all_datasets then null else (
    select coalesce(json_agg(named.dataset_id), '[]') from accounts_appointment_dataset named where named.appointment_id = held.id) end
)`;

function rowOf(appointment: Appointment) {
  const { order } = appointment;
  return {
    id: appointment.id,
    person_id: appointment.personId,
    unit_id: appointment.unitId,
    role: appointment.role,
    functions: [...appointment.functions],
    all_datasets: appointment.datasetIds === null,
    post: appointment.post,
    office_email: appointment.officeEmail,
    office_phone: appointment.officePhone,
    from_day: appointment.from,
    to_day: appointment.to,
    substitute_id: appointment.substituteId,
    order_number: order?.number ?? null,
    order_date: order?.date ?? null,
    order_issuer: order?.issuer ?? '',
    created_at: appointment.createdAt,
  };
}

/** Writes a new appointment with its named datasets. @param followsId the one it takes over */
export async function insertAppointment(
  db: Database,
  appointment: Appointment,
  followsId: string | null = null,
): Promise<void> {
  const row = { ...rowOf(appointment), follows_id: followsId };
  await accountsTables(db).insertInto('accounts_appointment').values(row).execute();
  await insertNamed(db, appointment);
}

async function insertNamed(db: Database, { id, datasetIds }: Appointment): Promise<void> {
  const rows = (datasetIds ?? []).map((dataset_id) => ({ appointment_id: id, dataset_id }));
  if (rows.length > 0) await accountsTables(db).insertInto('accounts_appointment_dataset').values(rows).execute();
}

/** Gives the appointments made before there was a council their unit. */
export async function placeUnplacedAppointments(db: Database, rootUnitId: string): Promise<void> {
  await accountsTables(db)
    .updateTable('accounts_appointment')
    .set({ unit_id: rootUnitId })
    .where('unit_id', 'is', null)
    .execute();
}

/** Writes what may be changed of an appointment: all but its person, and its named datasets anew. */
export async function updateAppointment(db: Database, appointment: Appointment): Promise<void> {
  const { id, ...facts } = rowOf(appointment);
  await accountsTables(db).updateTable('accounts_appointment').set(facts).where('id', '=', id).execute();
  await accountsTables(db).deleteFrom('accounts_appointment_dataset').where('appointment_id', '=', id).execute();
  await insertNamed(db, appointment);
}

/** Ends appointments with a last day. `closed`: those whom it concerns were told. */
export async function endAppointments(
  db: Database,
  ids: readonly string[],
  lastDay: Day,
  closed: Date | null,
): Promise<void> {
  if (ids.length === 0) return;
  await accountsTables(db)
    .updateTable('accounts_appointment')
    .set({ to_day: lastDay, closed_at: closed })
    .where('id', 'in', [...ids])
    .execute();
}

/** Puts another person in the place of a substitute, in appointments and absences of today and to come. */
export async function replaceSubstitute(
  db: Database,
  leavingId: string,
  comingId: string | null,
  day: Day,
): Promise<void> {
  for (const table of ['accounts_appointment', 'accounts_absence'] as const) {
    await sql`update ${sql.table(table)} set substitute_id = case when person_id = ${comingId}::uuid then null else ${comingId}::uuid end
      where substitute_id = ${leavingId} and (to_day is null or to_day >= ${day})`.execute(db);
  }
}

/** How many appointments of a unit there are or ever were: a unit with a past is reorganised, not removed. */
export async function countAppointmentsOf(db: Database, unitId: string): Promise<number> {
  const row = await accountsTables(db)
    .selectFrom('accounts_appointment')
    .select((eb) => eb.cast<number>(eb.fn.countAll(), 'integer').as('total'))
    .where('unit_id', '=', unitId)
    .executeTakeFirstOrThrow();
  return row.total;
}
