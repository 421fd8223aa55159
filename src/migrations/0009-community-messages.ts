import { type Kysely, sql } from 'kysely';

/**
 * Messages of people to the publishers. Of the private address only the hash of its key is kept; names and e-mail addresses are emptied
 * some time after a message is settled. What the public may read stands apart from what was written (`public_subject`, `public_text`).
 */
export async function up(db: Kysely<Record<never, never>>): Promise<void> {
  await sql`create table community_settings (
    one boolean primary key default true check (one),
    request_address text not null default '',
    request_email text not null default '',
    request_phone text not null default '',
    request_form text not null default '',
    answer_days integer not null default 5 check (answer_days between 1 and 60),
    proposal_days integer not null default 10 check (proposal_days between 1 and 60),
    keep_days integer not null default 30 check (keep_days between 1 and 730),
    last_number integer not null default 0,
    secret text not null
  )`.execute(db);
  await sql`insert into community_settings (secret)
    values (replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''))`.execute(db);
  await sql`create table community_message (
    id uuid primary key,
    number integer not null unique,
    kind text not null check (kind in ('question', 'error', 'proposal')),
    state text not null check (state in ('waiting', 'answered', 'closed', 'new', 'considering', 'planned', 'published', 'refused')),
    unit_id uuid,
    dataset_id uuid,
    dataset_slug text,
    dataset_title text,
    place_row text not null,
    place_column text not null,
    subject text not null,
    text text not null,
    name text not null,
    email text not null,
    language text not null check (language in ('uk', 'en')),
    consent boolean not null,
    key_hash text not null,
    public_subject text not null default '',
    public_text text not null default '',
    public_at timestamptz,
    stems text[] not null default '{}',
    error_confirmed boolean not null default false,
    planned_on date,
    result_slug text,
    result_title text,
    votes integer not null default 0,
    due_on date,
    created_at timestamptz not null,
    changed_at timestamptz not null,
    settled_at timestamptz
  )`.execute(db);
  await sql`create index community_message_waiting on community_message (due_on, number) where due_on is not null`.execute(
    db,
  );
  await sql`create index community_message_unit on community_message (unit_id, number desc)`.execute(db);
  await sql`create index community_message_public on community_message (dataset_id, number desc) where public_at is not null`.execute(
    db,
  );
  await sql`create index community_message_stems on community_message using gin (stems) where public_at is not null`.execute(
    db,
  );
  await sql`create table community_reply (
    id uuid primary key,
    message_id uuid not null references community_message (id),
    kind text not null check (kind in ('answer', 'addition', 'note')),
    text text not null,
    state text,
    author_id text,
    author_name text not null,
    unit_name text not null,
    at timestamptz not null
  )`.execute(db);
  await sql`create index community_reply_message on community_reply (message_id, at)`.execute(db);
  await sql`create table community_vote (
    message_id uuid not null references community_message (id),
    voter text not null,
    primary key (message_id, voter)
  )`.execute(db);
  await sql`create table community_notice (
    news_id uuid not null,
    person_id text not null,
    message_id uuid not null references community_message (id),
    origin text not null,
    at timestamptz not null,
    sent_at timestamptz,
    primary key (news_id, person_id)
  )`.execute(db);
  await sql`create index community_notice_person on community_notice (person_id, sent_at)`.execute(db);
}
