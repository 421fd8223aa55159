import { type Kysely, sql } from 'kysely';

/** Errors in data as tasks, messages held back as likely spam; news of the staff are notices now. */
export async function up(db: Kysely<Record<never, never>>): Promise<void> {
  await sql`drop table community_notice`.execute(db);
  await sql`create table community_task (
    id uuid primary key,
    message_id uuid not null references community_message (id),
    dataset_id uuid not null,
    unit_id uuid,
    dataset_title text not null,
    place_row text not null,
    place_column text not null,
    opened_at timestamptz not null,
    closed_at timestamptz,
    closed_how text check (closed_how in ('version', 'hand', 'mistaken')),
    closed_reason text not null default ''
  )`.execute(db);
  await sql`create unique index community_task_one_open on community_task (message_id) where closed_at is null`.execute(
    db,
  );
  await sql`create index community_task_open on community_task (dataset_id) where closed_at is null`.execute(db);
  await sql`alter table community_message
    add column held_for text[] not null default '{}',
    add column text_hash text not null default ''`.execute(db);
  await sql`create index community_message_hash on community_message (text_hash, created_at desc) where text_hash <> ''`.execute(
    db,
  );
  await sql`create index community_message_held on community_message (number desc) where held_for <> '{}'`.execute(db);
}
