import { type Kysely, sql } from 'kysely';

/** The columns by which somebody chose to count whether a person is told by a table without a name: one row a resource, where a person has chosen. */
export async function up(db: Kysely<Record<never, never>>): Promise<void> {
  await sql`create table privacy_risk_choice (
    resource_id uuid primary key,
    dataset_id uuid not null,
    -- titles of columns as decisions know them
    titles text[] not null,
    chosen_by text not null,
    chosen_at timestamptz not null
  )`.execute(db);
  await sql`create index privacy_risk_choice_dataset on privacy_risk_choice (dataset_id)`.execute(db);
}
