import { type Kysely, sql } from 'kysely';

/** Manifests of published tables, and the download files made of them. */
export async function up(db: Kysely<Record<never, never>>): Promise<void> {
  await sql`create table tables_table (
    id uuid primary key,
    resource_id uuid not null,
    manifest jsonb not null,
    created_at timestamptz not null
  )`.execute(db);
  await sql`create index tables_table_resource on tables_table (resource_id)`.execute(db);
  await sql`create table tables_download (
    table_id uuid not null references tables_table (id),
    format text not null,
    asked_at timestamptz not null,
    object_key text,
    size bigint,
    sha256 text,
    built_at timestamptz,
    primary key (table_id, format)
  )`.execute(db);
}
