import { type Kysely, sql } from 'kysely';

/** What the outbox and the mail server set in the interface need. */
export async function up(db: Kysely<Record<never, never>>): Promise<void> {
  await sql`alter table platform_letter
    add column attempts integer not null default 0,
    add column unsubscribe text,
    add column forgotten_at timestamptz`.execute(db);
  await sql`create table platform_mail_server (
    one boolean primary key default true check (one),
    host text not null,
    port integer not null check (port between 1 and 65535),
    security text not null check (security in ('tls', 'starttls', 'none')),
    user_name text not null default '',
    password_sealed text,
    sender_name text not null default '',
    sender_address text not null,
    keep_days integer not null default 30 check (keep_days between 1 and 730)
  )`.execute(db);
}
