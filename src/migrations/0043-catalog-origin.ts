import { type Kysely, sql } from 'kysely';

/** Where a dataset was carried over from: one row a dataset, one dataset a place of another portal, so that nothing is carried over twice. */
export async function up(db: Kysely<Record<never, never>>): Promise<void> {
  await sql`create table catalog_origin (
    dataset_id uuid primary key references catalog_dataset (id) on delete cascade,
    portal text not null,
    remote_id text not null,
    remote_name text not null,
    address text not null,
    first_published_at timestamptz,
    changed_there_at timestamptz,
    unique (portal, remote_id)
  )`.execute(db);
}
