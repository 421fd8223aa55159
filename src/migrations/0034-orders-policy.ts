import { type Kysely, sql } from 'kysely';

/** The policy text of the community: versions made of clauses, remarks on clauses, terms the system works by (governance G13). */
export async function up(db: Kysely<Record<never, never>>): Promise<void> {
  await sql`create table orders_policy (
    id uuid primary key,
    title text not null,
    review_on date,
    created_at timestamptz not null
  )`.execute(db);
  await sql`create table orders_policy_version (
    id uuid primary key,
    policy_id uuid not null references orders_policy on delete cascade,
    number integer not null,
    state text not null check (state in ('draft', 'ready', 'approved', 'ended')),
    clauses jsonb not null,
    made_at timestamptz not null,
    approved_on date,
    ended_on date,
    unique (policy_id, number)
  )`.execute(db);
  await sql`create table orders_policy_comment (
    id uuid primary key,
    version_id uuid not null references orders_policy_version on delete cascade,
    clause_id text not null,
    by_name text not null,
    text text not null,
    at timestamptz not null,
    resolved_at timestamptz
  )`.execute(db);
  await sql`create index orders_policy_comment_version on orders_policy_comment (version_id, at)`.execute(db);
  await sql`create table orders_setting (key text primary key, value text not null)`.execute(db);
}
