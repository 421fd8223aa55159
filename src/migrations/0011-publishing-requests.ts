import { type Kysely, sql } from 'kysely';

/** Publications asked for, one row a dataset: the heavy part is done in the background, and whoever asked can leave and come back. */
export async function up(db: Kysely<Record<never, never>>): Promise<void> {
  await sql`create table publishing_request (
    dataset_id uuid primary key,
    id uuid not null unique,
    state text not null check (state in ('waiting', 'working', 'failed', 'done')),
    stage text not null check (stage in ('tables', 'comparison', 'publication')),
    done integer not null default 0,
    total integer not null default 0,
    asked_by jsonb not null,
    asked_at timestamptz not null,
    stamp text not null,
    refusal jsonb,
    version_number integer
  )`.execute(db);
}
