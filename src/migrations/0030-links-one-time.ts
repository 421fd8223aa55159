import { type Kysely, sql } from 'kysely';

/** Signed one-time links for people without an account (governance G0.8): the token itself is nowhere, only its digest. */
export async function up(db: Kysely<Record<never, never>>): Promise<void> {
  await sql`create table links_link (
    id uuid primary key,
    digest text not null unique,
    purpose text not null check (purpose in ('approve', 'confirm-unchanged', 'acknowledge')),
    subject_kind text not null,
    subject_id uuid not null,
    subject_name text not null,
    dataset_id uuid,
    unit_id uuid not null,
    person_name text not null,
    person_post text not null,
    person_email text not null,
    made_by text not null,
    made_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz,
    outcome text,
    revoked_at timestamptz
  )`.execute(db);
  await sql`create index links_link_subject on links_link (subject_id, made_at desc)`.execute(db);
}
