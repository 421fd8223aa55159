import { type Kysely, sql } from 'kysely';

/** Files on their way to become a version: one row a file, moved along by the jobs. */
export async function up(db: Kysely<Record<never, never>>): Promise<void> {
  await sql`
    create table ingest_reading (
      id uuid primary key,
      dataset_id uuid not null,
      resource_id uuid not null,
      unit_id uuid,
      kind text not null check (kind in ('table', 'document', 'archive', 'geo')),
      state text not null check (state in ('receiving', 'received', 'reading', 'checked', 'mending', 'ready', 'refused', 'failed', 'cancelled')),
      -- grows with every choice of a person: work begun for an older one is thrown away
      revision integer not null default 1,
      progress jsonb,
      file_name text not null,
      size bigint not null check (size >= 0),
      original text,
      original_sha256 text,
      original_public boolean not null default false,
      choices jsonb not null default '{}',
      source jsonb,
      inspection jsonb,
      recipe jsonb not null default '[]',
      recipe_accepted boolean not null default false,
      text_table text,
      mended_table text,
      mended jsonb,
      types jsonb not null default '{}',
      typed jsonb,
      refusal jsonb,
      published_at timestamptz,
      created_by text,
      created_at timestamptz not null,
      changed_at timestamptz not null
    )`.execute(db);
  await sql`create index ingest_reading_resource on ingest_reading (resource_id, created_at desc)`.execute(db);
  await sql`create index ingest_reading_open on ingest_reading (changed_at) where published_at is null`.execute(db);
}
