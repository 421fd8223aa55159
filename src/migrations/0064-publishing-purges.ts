import { type Kysely, sql } from 'kysely';

/**
 * Emergency withdrawals: the record of each, and whether its bytes are all gone. `source` of a closed table of such a version is remembered in
 * `publishing_resource`, so that the same table is not published again.
 */
export async function up(db: Kysely<Record<never, never>>): Promise<void> {
  await sql`create table publishing_purge (
    id uuid primary key,
    dataset_id uuid not null,
    versions integer[] not null,
    reason text not null,
    shown integer,
    by_name text not null,
    at timestamptz not null,
    done_at timestamptz
  )`.execute(db);
  await sql`create index publishing_purge_dataset on publishing_purge (dataset_id, at)`.execute(db);
}
