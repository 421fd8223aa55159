import { type Kysely, sql } from 'kysely';

/**
 * Versions and the published pointer. A version and its resources never change; the pointer is the one row of a dataset that says which
 * version the public sees and whether its data are open.
 */
export async function up(db: Kysely<Record<never, never>>): Promise<void> {
  await sql`create table publishing_version (
    id uuid primary key,
    dataset_id uuid not null,
    number integer not null check (number > 0),
    passport jsonb not null,
    resources jsonb not null,
    changes jsonb,
    source text not null,
    published_at timestamptz not null,
    published_by text not null,
    unique (dataset_id, number)
  )`.execute(db);
  await sql`create table publishing_resource (
    version_id uuid not null references publishing_version (id),
    resource_id uuid not null,
    title text not null,
    table_id uuid,
    reading_id uuid,
    table_source text,
    file_name text,
    object_key text,
    size bigint,
    sha256 text,
    open boolean not null,
    primary key (version_id, resource_id)
  )`.execute(db);
  await sql`create index publishing_resource_resource on publishing_resource (resource_id)`.execute(db);
  await sql`create index publishing_resource_table on publishing_resource (table_id)`.execute(db);
  await sql`create table publishing_pointer (
    dataset_id uuid primary key,
    unit_id uuid not null,
    version_id uuid references publishing_version (id),
    state text not null check (state in ('published', 'suspended', 'withdrawn')),
    closure jsonb,
    data_as_of timestamptz,
    first_published_at timestamptz,
    changed_at timestamptz
  )`.execute(db);
}
