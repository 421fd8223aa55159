import { type Selectable, sql } from 'kysely';
import type { Day } from '../../../kernel/dates.ts';
import type { Database } from '../../../platform/context.ts';
import type { AccountsTables } from '../accounts-tables.ts';
import type { Absence, AppointmentView } from './appointment.ts';
import { absencesOn } from './appointment-store.ts';

const VIEW = (day: Day) => sql`
  select appointment.*, coalesce(person.name, '') as person_name, coalesce(person.email, '') as person_email,
    coalesce(substitute.name, '') as substitute_name, case when away.id is null then null else json_build_object(
      'id', away.id, 'personId', away.person_id, 'kind', away.kind, 'from', away.from_day, 'to', away.to_day,
      'substituteId', away.substitute_id) end as absence,
    case when appointment.all_datasets then null else array(
      select named.dataset_id::text from accounts_appointment_dataset named where named.appointment_id = appointment.id
      order by 1) end as dataset_ids
  from accounts_appointment appointment
  left join accounts_user person on person.id = appointment.person_id
  left join ${absencesOn(day)} away on away.person_id = appointment.person_id
  left join accounts_user substitute on substitute.id = coalesce(away.substitute_id, appointment.substitute_id)`;

interface ViewRow extends Selectable<AccountsTables['accounts_appointment']> {
  readonly person_name: string;
  readonly person_email: string;
  readonly substitute_name: string;
  readonly absence: Absence | null;
  readonly dataset_ids: string[] | null;
}

function viewOf(row: ViewRow): AppointmentView {
  const { order_number: number, order_date: date } = row;
  return {
    id: row.id,
    personId: row.person_id,
    unitId: row.unit_id,
    role: row.role,
    functions: row.functions,
    datasetIds: row.dataset_ids,
    post: row.post,
    officeEmail: row.office_email,
    officePhone: row.office_phone,
    from: row.from_day,
    to: row.to_day,
    substituteId: row.substitute_id,
    order: number !== null && date !== null ? { number, date, issuer: row.order_issuer } : null,
    createdAt: row.created_at,
    personName: row.person_name,
    personEmail: row.person_email,
    substituteName: row.substitute_name,
    absence: row.absence,
  };
}

/** Which appointments to read: those that work on the day or later; `personId`: as holder or as substitute. */
export interface AppointmentQuestion {
  readonly id?: string;
  /** The one that took this over. */
  readonly followsId?: string;
  readonly personId?: string;
  readonly unitIds?: readonly string[];
}

/** Appointments of today and to come, by the name of their person, vacancies last. */
export async function selectAppointments(
  db: Database,
  question: AppointmentQuestion,
  day: Day,
): Promise<AppointmentView[]> {
  const { id = null, followsId = null, personId = null, unitIds = null } = question;
  const { rows } = await sql<ViewRow>`${VIEW(day)}
    where (${id}::uuid is null or appointment.id = ${id}::uuid)
      and (${followsId}::uuid is null or appointment.follows_id = ${followsId}::uuid)
      and (appointment.to_day is null or appointment.to_day >= ${day})
      and (${personId}::uuid is null or appointment.person_id = ${personId}::uuid or appointment.substitute_id = ${personId}::uuid)
      and (${unitIds === null} or appointment.unit_id = any(${[...(unitIds ?? [])]}::uuid[]))
    order by person.name collate "uk-x-icu" nulls last, appointment.created_at, appointment.id`.execute(db);
  return rows.map(viewOf);
}

/** The first day each person answered for data, among appointments begun by that day. */
export async function selectFirstDays(db: Database, day: Day): Promise<Map<string, Day>> {
  const { rows } = await sql<{ person_id: string; first: Day }>`
    select person_id, min(from_day) as first from accounts_appointment
    where role = 'responsible' and person_id is not null and from_day <= ${day} group by person_id`.execute(db);
  return new Map(rows.map(({ person_id, first }) => [person_id, first]));
}

/** Appointments whose last day is over and nobody was told; locked until the transaction ends. */
export async function lockEnded(db: Database, day: Day): Promise<AppointmentView[]> {
  const { rows } = await sql<ViewRow>`${VIEW(day)}
    where appointment.to_day < ${day} and appointment.closed_at is null
    order by appointment.id for update of appointment`.execute(db);
  return rows.map(viewOf);
}
