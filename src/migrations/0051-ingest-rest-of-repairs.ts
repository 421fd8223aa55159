import { type Kysely, sql } from 'kysely';

/** «Mend all»: what shows itself only after other steps is mended too, and is known only when the work is done. */
export async function up(db: Kysely<Record<never, never>>): Promise<void> {
  await sql`alter table ingest_reading add column mend_rest boolean not null default false`.execute(db);
}
