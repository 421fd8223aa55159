import { type Kysely, sql } from 'kysely';

/**
 * What is done with the registry: heads confirm that it is true on a day and a file is frozen; a set ends in others; the registry
 * is published as a dataset of its own.
 */
export async function up(db: Kysely<Record<never, never>>): Promise<void> {
  await sql`create table registry_confirmation (
    id uuid primary key,
    unit_id uuid not null,
    unit_name text not null,
    day date not null,
    person_name text not null,
    by_link boolean not null,
    made_at timestamptz not null,
    entries integer not null,
    filled integer not null,
    asked integer not null,
    file_key text not null,
    file_sha256 text not null,
    file_size bigint not null
  )`.execute(db);
  await sql`create index registry_confirmation_unit on registry_confirmation (unit_id, made_at desc)`.execute(db);
  // of each entry the last confirmation only: what is asked is whether it was confirmed within a year
  await sql`create table registry_confirmed (
    dataset_id uuid primary key,
    confirmation_id uuid not null references registry_confirmation (id),
    made_at timestamptz not null
  )`.execute(db);
  await sql`create table registry_successor (
    dataset_id uuid not null,
    successor_id uuid not null,
    made_at timestamptz not null,
    primary key (dataset_id, successor_id)
  )`.execute(db);
  await sql`create table registry_publication (
    one boolean primary key default true check (one),
    state jsonb not null
  )`.execute(db);
  await sql`alter table links_link drop constraint links_link_purpose_check`.execute(db);
  await sql`alter table links_link add constraint links_link_purpose_check
    check (purpose in ('approve', 'confirm-unchanged', 'acknowledge', 'confirm-registry'))`.execute(db);
}
