import { type Kysely, sql } from 'kysely';

/**
 * The whole life of a dataset: planned and promised to the public with a term, internal (службовий, read by named units only), archived. A
 * promise is a public fact of its own: it outlives the dataset, so that one that was taken back stays readable at its address.
 */
export async function up(db: Kysely<Record<never, never>>): Promise<void> {
  await sql`alter table catalog_dataset drop constraint catalog_dataset_state_check`.execute(db);
  await sql`alter table catalog_dataset add constraint catalog_dataset_state_check
    check (state in ('planned', 'draft', 'internal', 'published', 'suspended', 'withdrawn', 'archived'))`.execute(db);
  await sql`create table catalog_promise (
    dataset_id uuid primary key,
    slug text not null unique,
    unit_id uuid not null,
    title text not null,
    description text not null,
    themes text[] not null,
    stems text[] not null,
    due_on date not null,
    first_due_on date not null,
    made_at timestamptz not null,
    changed_at timestamptz not null,
    kept_at timestamptz,
    dropped_at timestamptz,
    reason text
  )`.execute(db);
  await sql`create index catalog_promise_open on catalog_promise (due_on, dataset_id)
    where kept_at is null and dropped_at is null`.execute(db);
  await sql`create table catalog_reader (
    dataset_id uuid not null references catalog_dataset (id) on delete cascade,
    unit_id uuid not null,
    primary key (dataset_id, unit_id)
  )`.execute(db);
  await sql`create index catalog_reader_unit on catalog_reader (unit_id)`.execute(db);
  await sql`alter table publishing_pointer add column archive jsonb`.execute(db);
}
