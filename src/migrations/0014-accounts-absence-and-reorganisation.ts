import { type Kysely, sql } from 'kysely';

/** Who stands in for somebody away, appointments that were seen to their end, kinds of units and what became of those that are no more. */
export async function up(db: Kysely<Record<never, never>>): Promise<void> {
  // the substitute of this absence, where it is not the one of the appointment
  await sql`alter table accounts_absence add column substitute_id uuid references accounts_user (id)`.execute(db);
  await sql`create index accounts_absence_substitute on accounts_absence (substitute_id)`.execute(db);
  // null: nobody has yet been told that it ended
  // follows_id: the appointment this one took over
  await sql`alter table accounts_appointment add column closed_at timestamptz,
    add column follows_id uuid references accounts_appointment (id)`.execute(db);
  await sql`create index accounts_appointment_follows on accounts_appointment (follows_id)`.execute(db);
  await sql`alter table accounts_unit
    add column kind text not null default 'unit',
    add column katottg text not null default '',
    add column head_name text not null default '',
    add column head_post text not null default '',
    add column closed_on date`.execute(db);
  await sql`update accounts_unit set kind = 'council' where parent_id is null`.execute(db);
  await sql`create table accounts_unit_successor (
    predecessor_id uuid not null references accounts_unit (id),
    successor_id uuid not null references accounts_unit (id),
    kind text not null check (kind in ('merge', 'split', 'rename')),
    on_day date not null,
    order_text text not null default '',
    primary key (predecessor_id, successor_id)
  )`.execute(db);
  // datasets keep their id, number and address; here is whose they were
  await sql`create table accounts_moved_dataset (
    dataset_id uuid not null,
    from_unit_id uuid not null references accounts_unit (id),
    to_unit_id uuid not null references accounts_unit (id),
    moved_at timestamptz not null,
    primary key (dataset_id, moved_at)
  )`.execute(db);
  await sql`create index accounts_unit_successor_successor on accounts_unit_successor (successor_id)`.execute(db);
}
