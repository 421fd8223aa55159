import { type Kysely, sql } from 'kysely';

/** Which edition an adopted one replaced, so that it can be compared with it and brought back. */
export async function up(db: Kysely<Record<never, never>>): Promise<void> {
  await sql`alter table mandates_edition add column previous text`.execute(db);
}
