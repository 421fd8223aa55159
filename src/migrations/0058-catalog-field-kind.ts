import { type Kysely, sql } from 'kysely';

/** What a person says a column is: the next file is looked at with it. */
export async function up(db: Kysely<Record<never, never>>): Promise<void> {
  await sql`alter table catalog_field add kind text`.execute(db);
}
