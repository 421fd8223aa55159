import { randomBytes } from 'node:crypto';
import { type Kysely, sql } from 'kysely';

/**
 * The community, its units, its people and their sessions. `accounts_user`, `accounts_session`, `accounts_account` and
 * `accounts_verification` are better-auth's tables with our column names; role, unit and activity of a person are ours.
 */
export async function up(db: Kysely<Record<never, never>>): Promise<void> {
  await createUnits(db);
  await createPeople(db);
  await createSignIn(db);
}

async function createUnits(db: Kysely<Record<never, never>>): Promise<void> {
  await sql`create table accounts_setting (key text primary key, value text not null)`.execute(db);
  // signs the session cookies; made once, stays with the data, so sessions outlive a restart and a move
  const secret = randomBytes(48).toString('base64url');
  await sql`insert into accounts_setting (key, value) values ('secret', ${secret})`.execute(db);
  await sql`create table accounts_unit (
    id uuid primary key,
    parent_id uuid references accounts_unit (id),
    name text not null,
    slug text not null unique,
    edrpou text,
    email text not null default '',
    phone text not null default '',
    site text not null default '',
    created_at timestamptz not null
  )`.execute(db);
  await sql`create index accounts_unit_parent on accounts_unit (parent_id)`.execute(db);
  await sql`create unique index accounts_unit_one_root on accounts_unit ((parent_id is null)) where parent_id is null`.execute(
    db,
  );
  // one row at most: two people racing the set-up page cannot both win
  await sql`create table accounts_community (
    only_one boolean primary key default true check (only_one),
    root_unit_id uuid not null references accounts_unit (id),
    name text not null,
    katottg text not null,
    colour text not null,
    email text not null default '',
    site text not null default '',
    created_at timestamptz not null
  )`.execute(db);
}

async function createPeople(db: Kysely<Record<never, never>>): Promise<void> {
  await sql`create table accounts_user (
    id uuid primary key,
    name text not null,
    email text not null unique,
    email_verified boolean not null default false,
    image text,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    role text not null default 'editor' check (role in ('administrator', 'publisher', 'editor')),
    unit_id uuid references accounts_unit (id),
    active boolean not null default false
  )`.execute(db);
  await sql`create index accounts_user_unit on accounts_user (unit_id)`.execute(db);
  await sql`create table accounts_account (
    id uuid primary key,
    account_id text not null,
    provider_id text not null,
    user_id uuid not null references accounts_user (id) on delete cascade,
    access_token text,
    refresh_token text,
    id_token text,
    access_token_expires_at timestamptz,
    refresh_token_expires_at timestamptz,
    scope text,
    password text,
    created_at timestamptz not null,
    updated_at timestamptz not null
  )`.execute(db);
  await sql`create index accounts_account_user on accounts_account (user_id)`.execute(db);
}

async function createSignIn(db: Kysely<Record<never, never>>): Promise<void> {
  await sql`create table accounts_session (
    id uuid primary key,
    token text not null unique,
    user_id uuid not null references accounts_user (id) on delete cascade,
    expires_at timestamptz not null,
    ip_address text,
    user_agent text,
    created_at timestamptz not null,
    updated_at timestamptz not null
  )`.execute(db);
  await sql`create index accounts_session_user on accounts_session (user_id)`.execute(db);
  await sql`create table accounts_verification (
    id uuid primary key,
    identifier text not null,
    value text not null,
    expires_at timestamptz not null,
    created_at timestamptz not null,
    updated_at timestamptz not null
  )`.execute(db);
  await sql`create index accounts_verification_identifier on accounts_verification (identifier)`.execute(db);
  // tries of a password or of a reset, counted by a digest of address and e-mail: neither is kept here readable
  await sql`create table accounts_attempt (
    digest text primary key,
    tries integer not null,
    since timestamptz not null
  )`.execute(db);
}
