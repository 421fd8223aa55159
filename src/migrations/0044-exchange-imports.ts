import { type Kysely, sql } from 'kysely';

/**
 * Datasets carried over from other portals: what was asked for, each dataset and file of it with how far it has come, and what was last seen of
 * each there, so that a later look tells only what differs. `exchange_pace` holds when each server may be asked next, whoever asks.
 */
export async function up(db: Kysely<Record<never, never>>): Promise<void> {
  await sql`create table exchange_setting (
    one boolean primary key default true check (one),
    wait_ms integer not null default 1000 check (wait_ms between 0 and 60000),
    patience_seconds integer not null default 60 check (patience_seconds between 1 and 600)
  )`.execute(db);
  await sql`insert into exchange_setting default values`.execute(db);
  await sql`create table exchange_pace (
    host text primary key,
    free_at timestamptz not null
  )`.execute(db);
  await sql`create table exchange_import (
    id uuid primary key,
    portal text not null,
    question text not null,
    wanted jsonb not null,
    organizations jsonb not null default '[]',
    state text not null check (state in ('looking', 'which', 'found', 'working', 'paused', 'done', 'failed')),
    looked integer not null default 0,
    expected integer,
    look integer not null default 1,
    mend boolean not null default true,
    trouble jsonb,
    claim text,
    asked_by text not null,
    asked_by_name text not null,
    started_at timestamptz not null,
    changed_at timestamptz not null,
    looked_at timestamptz
  )`.execute(db);
  await sql`create index exchange_import_newest on exchange_import (started_at desc)`.execute(db);
  await createItems(db);
  await createSightings(db);
}

async function createItems(db: Kysely<Record<never, never>>): Promise<void> {
  await sql`create table exchange_item (
    id uuid primary key,
    import_id uuid not null references exchange_import (id) on delete cascade,
    remote_id text not null,
    position integer not null,
    title text not null,
    holder text not null,
    remote jsonb not null,
    look integer not null,
    unit_id uuid,
    state text not null check (state in ('found', 'asked', 'files', 'done', 'failed')),
    tries integer not null default 0,
    dataset_id uuid,
    notes jsonb not null default '[]',
    trouble jsonb,
    changed_at timestamptz not null,
    unique (import_id, remote_id)
  )`.execute(db);
  await sql`create index exchange_item_next on exchange_item (import_id, position) where state in ('asked', 'files')`.execute(
    db,
  );
  await sql`create index exchange_item_dataset on exchange_item (dataset_id) where dataset_id is not null`.execute(db);
  await sql`create table exchange_file (
    id uuid primary key,
    item_id uuid not null references exchange_item (id) on delete cascade,
    remote_id text not null,
    position integer not null,
    title text not null,
    url text not null,
    file_name text not null,
    resource_id uuid not null,
    reading_id uuid,
    state text not null check (state in ('waiting', 'reading', 'ready', 'look', 'failed')),
    tries integer not null default 0,
    trouble jsonb,
    changed_at timestamptz not null,
    unique (item_id, remote_id)
  )`.execute(db);
  await sql`create index exchange_file_reading on exchange_file (reading_id) where reading_id is not null`.execute(db);
}

async function createSightings(db: Kysely<Record<never, never>>): Promise<void> {
  await sql`create table exchange_sighting (
    dataset_id uuid primary key,
    import_id uuid not null,
    seen jsonb not null,
    seen_at timestamptz not null,
    there jsonb not null,
    there_at timestamptz not null,
    settled jsonb not null default '{}',
    gone_at timestamptz
  )`.execute(db);
  await sql`create index exchange_sighting_import on exchange_sighting (import_id)`.execute(db);
  await sql`create table exchange_choice (
    id uuid primary key,
    dataset_id uuid not null,
    field text not null,
    took text not null check (took in ('ours', 'theirs')),
    ours_before jsonb,
    theirs jsonb,
    settled_before jsonb,
    made_by_name text not null,
    made_at timestamptz not null,
    undone_at timestamptz
  )`.execute(db);
  await sql`create index exchange_choice_newest on exchange_choice (made_at desc)`.execute(db);
}
