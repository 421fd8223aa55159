import { type Kysely, sql } from 'kysely';

/** What people are told, and how each wants to be told. */
export async function up(db: Kysely<Record<never, never>>): Promise<void> {
  await sql`create table notices_notice (
    id uuid primary key,
    person_id uuid not null,
    kind text not null,
    subject_kind text not null,
    subject_id text not null,
    subject_name text not null,
    link text not null,
    facts jsonb not null,
    once text,
    at timestamptz not null,
    read_at timestamptz,
    mailed_at timestamptz,
    unique (person_id, once)
  )`.execute(db);
  await sql`create index notices_notice_person on notices_notice (person_id, at desc, id desc)`.execute(db);
  await sql`create index notices_notice_unread on notices_notice (person_id) where read_at is null`.execute(db);
  await sql`create index notices_notice_unmailed on notices_notice (person_id, at) where mailed_at is null`.execute(db);
  await sql`create table notices_preference (
    person_id uuid primary key,
    language text not null default 'uk' check (language in ('uk', 'en')),
    by_mail boolean not null default true,
    muted text[] not null default '{}',
    key text not null unique
  )`.execute(db);
}
