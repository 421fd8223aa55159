import { type Kysely, sql } from 'kysely';

/**
 * The second step of signing in: codes of a phone and recovery codes (`accounts_two_factor`) and passkeys (`accounts_passkey`) are tables of
 * better-auth's plugins with our column names; spent codes, devices people signed in from, and other sign-in services are ours.
 */
export async function up(db: Kysely<Record<never, never>>): Promise<void> {
  await createFactors(db);
  await createDevices(db);
  await createProviders(db);
}

async function createFactors(db: Kysely<Record<never, never>>): Promise<void> {
  await sql`alter table accounts_user add column two_factor_enabled boolean not null default false`.execute(db);
  await sql`create table accounts_two_factor (
    id uuid primary key,
    user_id uuid not null unique references accounts_user (id) on delete cascade,
    secret text not null,
    backup_codes text not null,
    verified boolean not null default true
  )`.execute(db);
  await sql`create table accounts_passkey (
    id uuid primary key,
    user_id uuid not null references accounts_user (id) on delete cascade,
    name text,
    public_key text not null,
    credential_id text not null unique,
    counter double precision not null,
    device_type text not null,
    backed_up boolean not null,
    transports text,
    aaguid text,
    created_at timestamptz
  )`.execute(db);
  await sql`create index accounts_passkey_user on accounts_passkey (user_id)`.execute(db);
  // a code of a phone is true for a minute and a half; here it is seen that it has been used
  await sql`create table accounts_spent_code (
    person_id uuid not null references accounts_user (id) on delete cascade,
    digest text not null,
    spent_at timestamptz not null,
    primary key (person_id, digest)
  )`.execute(db);
}

async function createDevices(db: Kysely<Record<never, never>>): Promise<void> {
  // what a browser keeps is known here by its digest only
  await sql`create table accounts_device (
    digest text not null,
    person_id uuid not null references accounts_user (id) on delete cascade,
    seen_at timestamptz not null,
    primary key (digest, person_id)
  )`.execute(db);
  await sql`create index accounts_device_person on accounts_device (person_id)`.execute(db);
}

async function createProviders(db: Kysely<Record<never, never>>): Promise<void> {
  await sql`create table accounts_provider (
    id uuid primary key,
    kind text not null check (kind in ('oidc', 'id-gov-ua')),
    name text not null,
    issuer text not null,
    client_id text not null,
    client_secret text not null,
    active boolean not null default true,
    created_at timestamptz not null
  )`.execute(db);
  // one identity elsewhere leads to one person here
  await sql`create unique index accounts_account_once on accounts_account (provider_id, account_id)`.execute(db);
}
