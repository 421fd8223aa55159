import { type Kysely, sql } from 'kysely';

/** A consent that was taken back by mistake, or given again: the withdrawal stays on the list and counts no more. */
export async function up(db: Kysely<Record<never, never>>): Promise<void> {
  await sql`alter table privacy_withdrawal add column undone_by text, add column undone_at timestamptz`.execute(db);
}
