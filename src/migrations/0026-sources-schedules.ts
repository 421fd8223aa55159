import { type Kysely, sql } from 'kysely';

/**
 * Where files of resources are fetched from by themselves, every load of them, and the hosts of the city's own network that may be asked.
 * `secret` is closed with the key of the installation. One load of a source at a time: the index holds it, whoever works.
 */
export async function up(db: Kysely<Record<never, never>>): Promise<void> {
  await sql`create table sources_source (
    resource_id uuid primary key,
    dataset_id uuid not null,
    kind text not null check (kind in ('web', 'sheet', 'sftp')),
    address text not null,
    auth text not null check (auth in ('none', 'basic', 'header', 'password', 'key')),
    auth_name text not null,
    secret text,
    host_key text,
    schedule jsonb not null,
    move_date boolean not null,
    state text not null check (state in ('on', 'off', 'stopped')),
    trouble jsonb,
    failures integer not null default 0,
    next_at timestamptz,
    checked_at timestamptz,
    sha256 text,
    etag text,
    last_modified text,
    set_by text not null,
    set_by_name text not null,
    created_at timestamptz not null,
    changed_at timestamptz not null
  )`.execute(db);
  await sql`create index sources_source_due on sources_source (next_at) where state = 'on'`.execute(db);
  await sql`create index sources_source_dataset on sources_source (dataset_id)`.execute(db);
  await sql`create index sources_source_trouble on sources_source (resource_id) where trouble is not null`.execute(db);
  await sql`create table sources_load (
    id uuid primary key,
    resource_id uuid not null,
    dataset_id uuid not null,
    cause text not null check (cause in ('schedule', 'hand')),
    state text not null check (state in
      ('asked', 'fetching', 'reading', 'publishing', 'unchanged', 'published', 'submitted', 'waiting', 'failed')),
    claim text,
    bytes bigint,
    row_count bigint,
    reading_id uuid,
    version_number integer,
    reason jsonb,
    started_at timestamptz not null,
    changed_at timestamptz not null,
    ended_at timestamptz
  )`.execute(db);
  await sql`create unique index sources_load_one on sources_load (resource_id)
    where state in ('asked', 'fetching', 'reading', 'publishing')`.execute(db);
  await sql`create index sources_load_resource on sources_load (resource_id, started_at desc)`.execute(db);
  await sql`create index sources_load_reading on sources_load (reading_id) where reading_id is not null`.execute(db);
  await sql`create table sources_setting (
    one boolean primary key default true check (one),
    trusted_hosts text[] not null default '{}'
  )`.execute(db);
  await sql`insert into sources_setting default values`.execute(db);
}
