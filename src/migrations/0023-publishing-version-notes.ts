import { type Kysely, sql } from 'kysely';

/**
 * A version keeps what its users are told of a change, which version it repeats, why it alone was withdrawn, its unit as it was called; a table
 * of a version keeps the sum of its CSV. What users will be told of the draft waits beside it with the version it repeats.
 */
export async function up(db: Kysely<Record<never, never>>): Promise<void> {
  await sql`alter table publishing_version
    add column note text not null default '',
    add column repeats integer,
    add column closure jsonb,
    add column unit_name text not null default ''`.execute(db);
  await sql`alter table publishing_resource add column csv_sha256 text`.execute(db);
  await sql`create table publishing_note (
    dataset_id uuid primary key,
    note text not null,
    repeats integer,
    changed_at timestamptz not null
  )`.execute(db);
}
