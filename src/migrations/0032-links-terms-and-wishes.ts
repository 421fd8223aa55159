import { type Kysely, sql } from 'kysely';

/** When a submission asks to be published, and how long a one-time link lives. */
export async function up(db: Kysely<Record<never, never>>): Promise<void> {
  await sql`alter table review_submission add column wanted_at timestamptz`.execute(db);
  await sql`create table links_setting (
    one boolean primary key default true check (one),
    days integer not null default 14 check (days between 1 and 60)
  )`.execute(db);
  await sql`insert into links_setting default values`.execute(db);
}
