import { type Kysely, sql } from 'kysely';

/** The history. The trigger is what makes "append-only" true for everybody, us included. */
export async function up(db: Kysely<Record<never, never>>): Promise<void> {
  await sql`create table history_entry (
    id uuid primary key,
    at timestamptz not null,
    actor_kind text not null check (actor_kind in ('person', 'system', 'visitor')),
    actor_id text,
    actor_name text not null,
    deed text not null,
    subject_kind text not null,
    subject_id text not null,
    subject_name text not null,
    before jsonb,
    after jsonb,
    note text not null
  )`.execute(db);
  await sql`create index history_entry_at on history_entry (at desc, id desc)`.execute(db);
  await sql`create index history_entry_subject on history_entry (subject_id, at desc)`.execute(db);
  await sql`create index history_entry_actor on history_entry (actor_id, at desc)`.execute(db);
  await sql`create function history_entry_refuse() returns trigger language plpgsql as $$
    begin raise exception 'the history is append-only'; end $$`.execute(db);
  await sql`create trigger history_entry_append_only before update or delete or truncate on history_entry
    for each statement execute function history_entry_refuse()`.execute(db);
}
