import { type Kysely, sql } from 'kysely';

/**
 * Entries of the registry as they were from one moment to the next, drawn from datasets and never typed: one line for what staff see and one for
 * what the public sees. The mark says up to which change of the history they were drawn.
 */
export async function up(db: Kysely<Record<never, never>>): Promise<void> {
  await sql`create table registry_entry (
    audience text not null check (audience in ('staff', 'public')),
    dataset_id uuid not null,
    from_at timestamptz not null,
    to_at timestamptz,
    state text not null,
    number text not null,
    title text not null,
    description text not null,
    created_on date not null,
    formats text[] not null,
    size bigint,
    streamed boolean not null,
    frequency text,
    link text not null,
    unit_id uuid not null,
    unit_name text not null,
    edrpou text not null,
    legal_unit_id uuid,
    previous_unit text not null,
    contact jsonb not null,
    more jsonb not null,
    due_on date,
    asked integer not null,
    missing text[] not null,
    stems text[] not null,
    mark text not null,
    facts jsonb not null,
    primary key (audience, dataset_id, from_at)
  )`.execute(db);
  await sql`create unique index registry_entry_present on registry_entry (audience, dataset_id) where to_at is null`.execute(
    db,
  );
  await sql`create index registry_entry_begun on registry_entry (audience, from_at)`.execute(db);
  await sql`create index registry_entry_number on registry_entry (number)`.execute(db);
  await sql`create table registry_mark (
    one boolean primary key default true check (one),
    position bigint not null,
    seen uuid[] not null,
    begun_at timestamptz
  )`.execute(db);
  await sql`insert into registry_mark (position, seen) values (0, '{}')`.execute(db);
}
