import { type Kysely, sql } from 'kysely';

/**
 * What is public already and should perhaps not be: reports of people (their words are for those who answer only), when each published table was
 * last looked at and by which detectors, what was seen in it (never a value), and what the city chose.
 */
export async function up(db: Kysely<Record<never, never>>): Promise<void> {
  await sql`create table exposure_setting (
    only_one boolean primary key default true check (only_one),
    hides boolean not null default false,
    answer_days integer not null default 1 check (answer_days between 1 and 30)
  )`.execute(db);
  await sql`insert into exposure_setting default values`.execute(db);
  await sql`create table exposure_report (
    id uuid primary key,
    dataset_id uuid not null,
    unit_id uuid not null,
    resource_id uuid,
    column_name text not null,
    place text not null,
    words text not null,
    email text not null,
    language text not null check (language in ('uk', 'en')),
    confirm_hash text,
    confirmed_at timestamptz,
    due_on date not null,
    created_at timestamptz not null,
    verdict text check (verdict in ('mended', 'lawful', 'not-there')),
    answer text not null default '',
    answered_by text not null default '',
    answered_at timestamptz
  )`.execute(db);
  await sql`create index exposure_report_dataset on exposure_report (dataset_id, created_at)`.execute(db);
  await sql`create index exposure_report_open on exposure_report (due_on) where answered_at is null`.execute(db);
  await sql`create unique index exposure_report_key on exposure_report (confirm_hash)`.execute(db);
  await sql`create table exposure_scan (
    table_id uuid primary key,
    dataset_id uuid not null,
    resource_id uuid not null,
    fingerprint text not null,
    scanned_at timestamptz not null
  )`.execute(db);
  await sql`create table exposure_sign (
    table_id uuid not null,
    column_name text not null,
    code text not null,
    dataset_id uuid not null,
    resource_id uuid not null,
    column_title text not null,
    count bigint not null,
    share double precision not null,
    confidence double precision not null,
    whose text not null,
    since timestamptz not null,
    primary key (table_id, column_name, code)
  )`.execute(db);
  await sql`create index exposure_sign_column on exposure_sign (resource_id, column_name)`.execute(db);
  await sql`create table exposure_hiding (
    id uuid primary key,
    dataset_id uuid not null,
    resource_id uuid not null,
    column_name text not null,
    column_title text not null,
    reporters integer not null,
    detector boolean not null,
    by_name text not null,
    kept_by text not null default '',
    kept_reason text not null default '',
    began_at timestamptz not null,
    until timestamptz,
    ended_at timestamptz,
    ending text check (ending in ('term', 'shown'))
  )`.execute(db);
  await sql`create unique index exposure_hiding_now on exposure_hiding (resource_id, column_name) where ended_at is null`.execute(
    db,
  );
}
