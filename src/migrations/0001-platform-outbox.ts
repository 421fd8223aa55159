import { type Kysely, sql } from 'kysely';

/** The outbox of letters. */
export async function up(db: Kysely<Record<never, never>>): Promise<void> {
  await sql`create table platform_letter (
    id uuid primary key,
    recipient text not null,
    subject text not null,
    body text not null,
    written_at timestamptz not null,
    sent_at timestamptz,
    failure text
  )`.execute(db);
  await sql`create index platform_letter_written on platform_letter (written_at desc)`.execute(db);
}
