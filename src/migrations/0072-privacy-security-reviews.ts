import { type Kysely, sql } from 'kysely';

/** A security decision whose day of review comes is a task of its unit, told once; those made before are seen by whoever answers for every unit. */
export async function up(db: Kysely<Record<never, never>>): Promise<void> {
  await sql`alter table privacy_security_decision add column unit_id uuid, add column reminded_on date`.execute(db);
}
