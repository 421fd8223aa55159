import { type Kysely, sql } from 'kysely';

/**
 * One file, several tables: `ingest_part` says which resource takes its table from the file of another one (so the next file renews both), and a
 * reading knows the reading whose file it shares.
 */
export async function up(db: Kysely<Record<never, never>>): Promise<void> {
  await sql`create table ingest_part (
    resource_id uuid primary key,
    main_resource_id uuid not null,
    dataset_id uuid not null,
    name text not null,
    headers jsonb not null,
    created_at timestamptz not null
  )`.execute(db);
  await sql`create index ingest_part_main on ingest_part (main_resource_id)`.execute(db);
  await sql`alter table ingest_reading add column part_of uuid`.execute(db);
  await sql`create index ingest_reading_part_of on ingest_reading (part_of) where part_of is not null`.execute(db);
}
