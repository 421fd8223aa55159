import { type Kysely, sql } from 'kysely';

/** Consents taken back: of how many people and by which paper; who they are is told by keyed digests alone. */
export async function up(db: Kysely<Record<never, never>>): Promise<void> {
  await sql`create table privacy_withdrawal (
    id uuid primary key,
    dataset_id uuid not null,
    resource_id uuid not null,
    column_title text not null,
    digests text[] not null,
    document text not null,
    made_by text not null,
    made_at timestamptz not null,
    closed_at timestamptz
  )`.execute(db);
  await sql`create index privacy_withdrawal_dataset on privacy_withdrawal (dataset_id)`.execute(db);
}
