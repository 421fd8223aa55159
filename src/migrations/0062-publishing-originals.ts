import { type Kysely, sql } from 'kysely';

/** Original files with personal data: which they are, how long they are kept, when somebody was told of the end of the term and when they went. */
export async function up(db: Kysely<Record<never, never>>): Promise<void> {
  // null: of versions older than this record, nobody looked
  await sql`alter table publishing_resource add personal boolean, add told_at timestamptz, add deleted_at timestamptz`.execute(
    db,
  );
  await sql`create table publishing_original_setting (
    one boolean primary key default true check (one),
    days integer not null default 365 check (days between 1 and 36500),
    ground text not null default ''
  )`.execute(db);
  await sql`insert into publishing_original_setting default values`.execute(db);
}
