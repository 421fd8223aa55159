import { type Kysely, sql } from 'kysely';

/** What is remembered of a file, so that the next one can be compared with it when this one is gone. */
export async function up(db: Kysely<Record<never, never>>): Promise<void> {
  await sql`alter table ingest_reading add column facts jsonb not null default 'null'`.execute(db);
}
