import { type RawBuilder, sql } from 'kysely';
import type { Day } from '../../kernel/dates.ts';
import type { Database } from '../../platform/context.ts';
import { accountsTables } from './accounts-tables.ts';
import type { Appointment, Holding } from './appointment.ts';

const absentOn = (person: RawBuilder<unknown>, day: Day) => sql`exists (
  select from accounts_absence absence
  where absence.person_id = ${person} and absence.from_day <= ${day} and (absence.to_day is null or absence.to_day >= ${day})
)`;

/** Appointments that work on that day, one row for each who holds them: the person, or the substitute of one absent or of a vacancy. */
export const holdingsOn = (day: Day) => sql`(
  select appointment.*, holder.id as holder_id,
    case when holder.id is distinct from appointment.person_id then coalesce(person.name, '') end as stands_in_for
  from accounts_appointment appointment
  left join accounts_user person on person.id = appointment.person_id
  join accounts_user holder on holder.id = case
    when appointment.person_id is null or ${absentOn(sql`appointment.person_id`, day)} then appointment.substitute_id
    else appointment.person_id end
  where appointment.from_day <= ${day} and (appointment.to_day is null or appointment.to_day >= ${day})
    and holder.active and not ${absentOn(sql`holder.id`, day)}
)`;

/** The columns of a holding, of the alias `held`. */
export const HOLDING_AS_JSON = sql`json_build_object(
  'appointmentId', held.id, 'unitId', held.unit_id, 'role', held.role, 'functions', held.functions, 'standsInFor', held.stands_in_for,
  'datasetIds', case when held.all_datasets then null else (
    select coalesce(json_agg(named.dataset_id), '[]') from accounts_appointment_dataset named where named.appointment_id = held.id) end
)`;

/** A held appointment with the ids of its unit and of all below it; `whole`: the unit is the council itself. */
export type WideHolding = Holding & { readonly unitIds: readonly string[]; readonly whole: boolean };

/** What somebody holds on that day. */
export async function selectWideHoldings(db: Database, personId: string, day: Day): Promise<WideHolding[]> {
  const { rows } = await sql<{ held: Holding; unit_ids: string[]; whole: boolean }>`
    with recursive held as (select * from ${holdingsOn(day)} every where every.holder_id = ${personId}),
    down as (
      select unit.id, unit.id as top from accounts_unit unit where unit.id in (select unit_id from held)
      union all
      select unit.id, down.top from accounts_unit unit join down on unit.parent_id = down.id
    )
    select ${HOLDING_AS_JSON} as held, array(select down.id::text from down where down.top = held.unit_id) as unit_ids,
      exists (select from accounts_unit where id = held.unit_id and parent_id is null) as whole
    from held`.execute(db);
  return rows.map(({ held, unit_ids, whole }) => ({ ...held, unitIds: unit_ids, whole }));
}

/** Writes a new appointment with its named datasets. */
export async function insertAppointment(db: Database, appointment: Appointment): Promise<void> {
  const { order } = appointment;
  await accountsTables(db)
    .insertInto('accounts_appointment')
    .values({
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
    })
    .execute();
  const named = appointment.datasetIds ?? [];
  if (named.length === 0) return;
  const rows = named.map((dataset_id) => ({ appointment_id: appointment.id, dataset_id }));
  await accountsTables(db).insertInto('accounts_appointment_dataset').values(rows).execute();
}

/** Gives the appointments made before there was a council their unit. */
export async function placeUnplacedAppointments(db: Database, rootUnitId: string): Promise<void> {
  await accountsTables(db)
    .updateTable('accounts_appointment')
    .set({ unit_id: rootUnitId })
    .where('unit_id', 'is', null)
    .execute();
}

/** Removes a person's appointments of today and later. */
export async function deleteAppointmentsOf(db: Database, personId: string): Promise<void> {
  await accountsTables(db).deleteFrom('accounts_appointment').where('person_id', '=', personId).execute();
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
