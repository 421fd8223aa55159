import { type Kysely, sql } from 'kysely';

/**
 * Lists of datasets that must be published, as data: editions with their items; who must publish an item and why there is none; which
 * datasets answer an item beside the ground in their passport. What an item is about keeps its `line` through all editions, so everything
 * said of it outlives them.
 */
export async function up(db: Kysely<Record<never, never>>): Promise<void> {
  await createLists(db);
  await createMandates(db);
}

async function createLists(db: Kysely<Record<never, never>>): Promise<void> {
  await sql`create table mandates_edition (
    id text primary key,
    list text not null check (list in ('resolution-835', 'local-list')),
    code text not null,
    title text not null,
    source text not null,
    dated date,
    state text not null check (state in ('draft', 'current', 'retired')),
    made_at timestamptz not null,
    made_by text not null,
    adopted_at timestamptz,
    retired_at timestamptz
  )`.execute(db);
  await sql`create unique index mandates_edition_current on mandates_edition (list) where state = 'current'`.execute(
    db,
  );
  await sql`create table mandates_item (
    edition_id text not null references mandates_edition (id) on delete cascade,
    line text not null,
    section text not null,
    number integer not null,
    audience text not null,
    name text not null,
    title text not null,
    frequency text not null,
    frequency_source text not null,
    keywords text[] not null,
    themes text[] not null,
    aim text not null,
    page text,
    tables text[] not null,
    fields jsonb,
    risk boolean not null,
    approved_by text not null default '',
    primary key (edition_id, line),
    unique (edition_id, section, number)
  )`.execute(db);
}

async function createMandates(db: Kysely<Record<never, never>>): Promise<void> {
  await sql`create table mandates_mandate (
    line text not null,
    unit_id uuid not null,
    assigned_at timestamptz not null,
    decision text check (decision in ('not-held', 'not-applicable')),
    reason text not null default '',
    confirmed_by text not null default '',
    confirmed_on date,
    next_review date,
    order_line text not null default '',
    primary key (line, unit_id),
    check ((decision is null) = (next_review is null))
  )`.execute(db);
  await sql`create index mandates_mandate_unit on mandates_mandate (unit_id)`.execute(db);
  await sql`create index mandates_mandate_review on mandates_mandate (next_review) where next_review is not null`.execute(
    db,
  );
  // false: somebody said that this dataset does not answer the item, so it is not offered again
  await sql`create table mandates_answer (
    line text not null,
    dataset_id uuid not null,
    answers boolean not null,
    said_at timestamptz not null,
    said_by text not null,
    primary key (line, dataset_id)
  )`.execute(db);
  await sql`create index mandates_answer_dataset on mandates_answer (dataset_id)`.execute(db);
  await sql`create table mandates_deed (
    id uuid primary key,
    kind text not null,
    done_at timestamptz not null,
    done_by text not null,
    done_by_name text not null,
    steps jsonb not null,
    undone_at timestamptz
  )`.execute(db);
}
