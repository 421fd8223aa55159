import { type Kysely, sql } from 'kysely';

/** The check of personal data of each version, written with it and never changed; no value of a cell stands here. */
export async function up(db: Kysely<Record<never, never>>): Promise<void> {
  await sql`create table privacy_report (
    dataset_id uuid not null,
    version integer not null,
    made_at timestamptz not null,
    content jsonb not null,
    primary key (dataset_id, version)
  )`.execute(db);
}
