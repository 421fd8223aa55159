import { type Kysely, sql } from 'kysely';

/** Review: settings, submissions with the stamp of the draft they are about, comments on a field or a cell. */
export async function up(db: Kysely<Record<never, never>>): Promise<void> {
  await createSettings(db);
  await createSubmissions(db);
}

async function createSettings(db: Kysely<Record<never, never>>): Promise<void> {
  await sql`create table review_settings (
    one boolean primary key default true check (one),
    two_person boolean not null default false,
    reviewers text not null default 'unit' check (reviewers in ('unit', 'coordinators')),
    term_days integer not null default 3 check (term_days between 1 and 30),
    routine_at_once boolean not null default false
  )`.execute(db);
  await sql`insert into review_settings default values`.execute(db);
  await sql`create table review_trusted (unit_id uuid primary key)`.execute(db);
}

async function createSubmissions(db: Kysely<Record<never, never>>): Promise<void> {
  await sql`create table review_submission (
    id uuid primary key,
    dataset_id uuid not null,
    unit_id uuid not null,
    title text not null,
    kind text not null check (kind in ('before', 'after')),
    state text not null check (state in ('waiting', 'returned', 'approved', 'published', 'taken-back', 'closed')),
    stamp text not null,
    against integer,
    checklist jsonb not null,
    personal_data text not null check (personal_data in ('none', 'closed', 'lawful', 'not-asked')),
    note text not null,
    submitted_by jsonb not null,
    submitted_at timestamptz not null,
    due_on date not null,
    decided_by jsonb,
    decided_at timestamptz,
    reasons text[] not null default '{}',
    words text not null default '',
    self_check boolean not null default false,
    publish_at timestamptz,
    failure jsonb,
    version_number integer
  )`.execute(db);
  // one at a time: a dataset waits for one decision, or for one publication
  await sql`create unique index review_submission_open on review_submission (dataset_id)
    where state in ('waiting', 'approved') and kind = 'before'`.execute(db);
  await sql`create index review_submission_waiting on review_submission (due_on, id) where state = 'waiting'`.execute(
    db,
  );
  await sql`create index review_submission_due on review_submission (publish_at)
    where state = 'approved' and publish_at is not null`.execute(db);
  await sql`create index review_submission_dataset on review_submission (dataset_id, submitted_at desc)`.execute(db);
  await sql`create table review_comment (
    id uuid primary key,
    dataset_id uuid not null,
    submission_id uuid,
    parent_id uuid references review_comment (id),
    place jsonb not null,
    words text not null,
    author jsonb not null,
    at timestamptz not null,
    resolved_at timestamptz,
    resolved_by jsonb
  )`.execute(db);
  await sql`create index review_comment_dataset on review_comment (dataset_id, at)`.execute(db);
}
