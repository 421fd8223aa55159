import { type Kysely, sql } from 'kysely';

/**
 * Rows written by key. `rows_day`: the version holds the writes of that day (of Ukraine) and grows until the day is over; `rows_closed`: it is over,
 * from then on the version never changes. A step is a table the version had between two writes: kept for a while for those who read it, its address
 * leads to the version for good.
 */
export async function up(db: Kysely<Record<never, never>>): Promise<void> {
  await sql`alter table publishing_version add column rows_day date`.execute(db);
  await sql`alter table publishing_version add column rows_closed boolean not null default false`.execute(db);
  await sql`create index publishing_version_rows_open on publishing_version (rows_day)
    where rows_day is not null and not rows_closed`.execute(db);
  await sql`create table publishing_row_step (
    table_id uuid primary key,
    version_id uuid not null references publishing_version (id),
    resource_id uuid not null,
    at timestamptz not null,
    dropped boolean not null default false
  )`.execute(db);
  await sql`create index publishing_row_step_at on publishing_row_step (at) where not dropped`.execute(db);
  await sql`create table publishing_row_rule (
    dataset_id uuid primary key,
    unreviewed boolean not null,
    set_by text not null,
    set_at timestamptz not null
  )`.execute(db);
}
