import { type Kysely, sql } from 'kysely';

/**
 * Documents (governance G0.6). Templates: every version the city has taken, the last counts; one without a file means the default was taken back.
 * Documents: the data as they were at one moment, and the files that belong to them (made, edited in Word, signed), none ever overwritten.
 */
export async function up(db: Kysely<Record<never, never>>): Promise<void> {
  await sql`create table documents_template (
    id uuid primary key,
    form text not null,
    number integer not null,
    object_key text,
    file_name text not null,
    size bigint not null,
    made_by text not null,
    made_at timestamptz not null,
    unique (form, number)
  )`.execute(db);
  await sql`create table documents_document (
    id uuid primary key,
    form text not null,
    title text not null,
    audience text not null check (audience in ('internal', 'public')),
    deed text not null,
    unit_id uuid,
    params jsonb not null,
    data jsonb not null,
    data_as_of timestamptz not null,
    state text not null check (state in ('made', 'signed')),
    signed_number text,
    signed_on date,
    made_by uuid,
    made_by_name text not null,
    made_at timestamptz not null,
    changed_at timestamptz not null
  )`.execute(db);
  await sql`create index documents_document_changed on documents_document (changed_at desc)`.execute(db);
  await sql`create index documents_document_unit on documents_document (unit_id, changed_at desc)`.execute(db);
  await sql`create table documents_file (
    id uuid primary key,
    document_id uuid not null references documents_document,
    kind text not null check (kind in ('made', 'edited', 'signed')),
    object_key text not null,
    file_name text not null,
    media_type text not null,
    size bigint not null,
    data_as_of timestamptz,
    added_by text not null,
    added_at timestamptz not null
  )`.execute(db);
  await sql`create index documents_file_document on documents_file (document_id, added_at desc)`.execute(db);
  await sql`create table documents_wording (
    kind text not null check (kind in ('name', 'post', 'unit')),
    words text not null,
    genitive text not null,
    dative text not null,
    accusative text not null,
    ablative text not null,
    set_by text not null,
    set_at timestamptz not null,
    primary key (kind, words)
  )`.execute(db);
}
