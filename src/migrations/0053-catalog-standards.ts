import { type Kysely, sql } from 'kysely';

/** Structures a community keeps itself, with all their versions. */
export async function up(db: Kysely<Record<never, never>>): Promise<void> {
  await sql`create table catalog_standard (
    id uuid primary key,
    title text not null,
    version integer not null,
    content jsonb not null,
    retired_on date,
    made_at timestamptz not null,
    changed_at timestamptz not null
  )`.execute(db);
  await sql`create table catalog_standard_version (
    standard_id uuid not null references catalog_standard (id),
    version integer not null,
    content jsonb not null,
    made_by text not null,
    made_at timestamptz not null,
    primary key (standard_id, version)
  )`.execute(db);
}
