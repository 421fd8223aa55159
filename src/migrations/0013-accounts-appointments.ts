import { type Kysely, sql } from 'kysely';

/**
 * Rights come from appointments: a person, a unit, a role, functions, all datasets or named ones, a term, a substitute, an order. What
 * people could do before becomes one appointment each.
 */
export async function up(db: Kysely<Record<never, never>>): Promise<void> {
  // without a person: a vacancy; without a unit: an administrator made before the council was
  await sql`create table accounts_appointment (
    id uuid primary key,
    person_id uuid references accounts_user (id),
    unit_id uuid references accounts_unit (id),
    role text not null check (role in ('administrator', 'coordinator', 'head', 'reviewer', 'responsible', 'contributor', 'auditor', 'member', 'reader')),
    functions text[] not null default '{}',
    all_datasets boolean not null default true,
    post text not null default '',
    office_email text not null default '',
    office_phone text not null default '',
    from_day date not null,
    to_day date,
    substitute_id uuid references accounts_user (id),
    order_number text,
    order_date date,
    order_issuer text not null default '',
    created_at timestamptz not null
  )`.execute(db);
  await sql`create index accounts_appointment_person on accounts_appointment (person_id)`.execute(db);
  await sql`create index accounts_appointment_unit on accounts_appointment (unit_id)`.execute(db);
  await sql`create index accounts_appointment_substitute on accounts_appointment (substitute_id)`.execute(db);
  await sql`create table accounts_appointment_dataset (
    appointment_id uuid not null references accounts_appointment (id) on delete cascade,
    dataset_id uuid not null,
    primary key (appointment_id, dataset_id)
  )`.execute(db);
  await sql`create index accounts_appointment_dataset_dataset on accounts_appointment_dataset (dataset_id)`.execute(db);
  await sql`create table accounts_absence (
    id uuid primary key,
    person_id uuid not null references accounts_user (id),
    kind text not null check (kind in ('leave', 'sick', 'mobilised', 'other')),
    from_day date not null,
    to_day date,
    created_at timestamptz not null
  )`.execute(db);
  await sql`create index accounts_absence_person on accounts_absence (person_id)`.execute(db);
  await carryRightsOver(db);
}

async function carryRightsOver(db: Kysely<Record<never, never>>): Promise<void> {
  await sql`insert into accounts_appointment (id, person_id, unit_id, role, functions, from_day, created_at)
    select gen_random_uuid(), id,
      case when role = 'administrator' then (select id from accounts_unit where parent_id is null) else unit_id end,
      case role when 'publisher' then 'responsible' when 'editor' then 'contributor' else role end,
      case role when 'publisher' then '{create,update,publish,access}'::text[] when 'editor' then '{create,update}'::text[] else '{}'::text[] end,
      (created_at at time zone 'Europe/Kyiv')::date, now()
    from accounts_user where role = 'administrator' or unit_id is not null`.execute(db);
  await sql`alter table accounts_user drop column role, drop column unit_id`.execute(db);
}
