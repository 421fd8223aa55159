import { type Kysely, sql } from 'kysely';

/** Columns of published tables that nobody is shown for a time: an overlay over the versions, which stay as they are. */
export async function up(db: Kysely<Record<never, never>>): Promise<void> {
  await sql`create table publishing_hidden_column (
    dataset_id uuid not null,
    resource_id uuid not null,
    name text not null,
    title text not null,
    until text,
    primary key (resource_id, name)
  )`.execute(db);
  await sql`create index publishing_hidden_column_dataset on publishing_hidden_column (dataset_id)`.execute(db);
}
