import { type Kysely, sql } from 'kysely';

/**
 * Tokens by which programs act, for a person or for a unit; what a token has asked already, so that a repeated request is answered and not
 * done twice; and the history learns that a token can be who did it.
 */
export async function up(db: Kysely<Record<never, never>>): Promise<void> {
  await sql`create table accounts_token (
    id uuid primary key,
    digest text not null unique,
    ending text not null,
    name text not null,
    person_id uuid references accounts_user (id) on delete cascade,
    unit_id uuid references accounts_unit (id) on delete cascade,
    dataset_ids uuid[],
    scopes text[] not null,
    created_by text not null,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    ended_at timestamptz,
    end_reason text,
    used_on date,
    used_from text,
    told_at timestamptz,
    check (person_id is not null or unit_id is not null)
  )`.execute(db);
  await sql`create index accounts_token_person on accounts_token (person_id)`.execute(db);
  await sql`create index accounts_token_unit on accounts_token (unit_id)`.execute(db);
  await sql`create table accounts_request_key (
    token_id uuid not null references accounts_token (id) on delete cascade,
    key text not null,
    request text not null,
    status integer,
    answer jsonb,
    at timestamptz not null,
    primary key (token_id, key)
  )`.execute(db);
  await sql`create index accounts_request_key_at on accounts_request_key (at)`.execute(db);
  await sql`alter table history_entry drop constraint if exists history_entry_actor_kind_check`.execute(db);
  await sql`alter table history_entry add constraint history_entry_actor_kind_check
    check (actor_kind in ('person', 'system', 'visitor', 'guest', 'token'))`.execute(db);
}
