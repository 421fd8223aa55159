import { type Kysely, sql } from 'kysely';

/**
 * Datasets with their passports, resources and structures; identification numbers and slugs that are never given twice; the public
 * cards with their search. Geometry and sensitivity of columns, the ground of publication and the id on the national portal are here from
 * the first day: later lists, maps and exports read them as columns, not out of JSON.
 */
export async function up(db: Kysely<Record<never, never>>): Promise<void> {
  await createDatasets(db);
  await createResources(db);
  await createCards(db);
}

async function createDatasets(db: Kysely<Record<never, never>>): Promise<void> {
  // the last number given under a holder's code; only ever grows, so a deleted draft's number stays used
  await sql`create table catalog_number (
    holder text primary key,
    last_number integer not null
  )`.execute(db);
  await sql`create table catalog_dataset (
    id uuid primary key,
    number text not null unique,
    national_id text unique,
    slug text not null unique,
    unit_id uuid not null,
    state text not null default 'draft' check (state in ('draft', 'published', 'suspended', 'withdrawn')),
    passport jsonb not null,
    title text generated always as (passport ->> 'title') stored,
    ground_kind text not null generated always as (passport -> 'ground' ->> 'kind') stored
      check (ground_kind in ('resolution-835', 'local-list', 'own-initiative')),
    ground_section text generated always as (passport -> 'ground' ->> 'section') stored,
    ground_number integer generated always as ((passport -> 'ground' ->> 'number')::integer) stored,
    ground_item text generated always as (passport -> 'ground' ->> 'item') stored,
    stems text[] not null,
    created_at timestamptz not null,
    changed_at timestamptz not null
  )`.execute(db);
  await sql`create index catalog_dataset_unit on catalog_dataset (unit_id, changed_at desc)`.execute(db);
  await sql`create index catalog_dataset_changed on catalog_dataset (changed_at desc, id)`.execute(db);
  await sql`create index catalog_dataset_ground on catalog_dataset (ground_section, ground_number)`.execute(db);
  await sql`create index catalog_dataset_stems on catalog_dataset using gin (stems)`.execute(db);
  // every slug a dataset has been public under: old links find it for good
  await sql`create table catalog_slug (
    slug text primary key,
    dataset_id uuid not null references catalog_dataset (id) on delete cascade
  )`.execute(db);
  await sql`create index catalog_slug_dataset on catalog_slug (dataset_id)`.execute(db);
}

async function createResources(db: Kysely<Record<never, never>>): Promise<void> {
  await sql`create table catalog_resource (
    id uuid primary key,
    dataset_id uuid not null references catalog_dataset (id) on delete cascade,
    kind text not null check (kind in ('table', 'document', 'archive', 'geo', 'link')),
    title text not null,
    position integer not null,
    url text,
    created_at timestamptz not null,
    unique (dataset_id, position) deferrable initially deferred
  )`.execute(db);
  await sql`create table catalog_field (
    resource_id uuid not null references catalog_resource (id) on delete cascade,
    position integer not null,
    name text not null,
    title text not null,
    type text not null check (type in ('integer', 'decimal', 'boolean', 'date', 'datetime', 'time', 'text')),
    format text not null,
    unit text not null,
    purpose text not null,
    required boolean not null,
    identifier boolean not null,
    sensitivity text not null check (sensitivity in ('open', 'restricted')),
    geometry text check (geometry in ('latitude', 'longitude')),
    source_column integer,
    primary key (resource_id, position)
  )`.execute(db);
}

async function createCards(db: Kysely<Record<never, never>>): Promise<void> {
  // the card itself is kept out of line, so that counting cards reads few pages
  await sql`create table catalog_card (
    dataset_id uuid primary key references catalog_dataset (id) on delete cascade,
    slug text not null unique,
    state text not null check (state in ('published', 'suspended', 'withdrawn')),
    unit_id uuid not null,
    changed_at timestamptz not null,
    resource_count integer not null,
    row_count bigint not null,
    card jsonb not null
  ) with (toast_tuple_target = 128)`.execute(db);
  await sql`create index catalog_card_newest on catalog_card (changed_at desc, dataset_id) where state = 'published'`.execute(
    db,
  );
  await sql`create table catalog_resource_card (
    resource_id uuid primary key,
    dataset_id uuid not null references catalog_card (dataset_id) on delete cascade
  )`.execute(db);
  await sql`create index catalog_resource_card_dataset on catalog_resource_card (dataset_id)`.execute(db);
  await createSearch(db);
}

async function createSearch(db: Kysely<Record<never, never>>): Promise<void> {
  // Who publishes, on what, in which formats: cards share few such combinations, so facets count them instead of cards.
  await sql`create table catalog_combination (
    id integer generated always as identity primary key,
    unit_id uuid not null,
    unit_slug text not null,
    unit_name text not null,
    themes text[] not null,
    formats text[] not null,
    unique (unit_id, themes, formats)
  )`.execute(db);
  // What search reads of a published card: here all its words, read through their index only and kept out of line, so that counting
  // touches few pages; below title, keywords and unit, which decide the order.
  await sql`create table catalog_entry (
    dataset_id uuid primary key references catalog_card (dataset_id) on delete cascade,
    combination_id integer not null references catalog_combination (id),
    changed_at timestamptz not null,
    search tsvector not null
  ) with (toast_tuple_target = 128)`.execute(db);
  await sql`create index catalog_entry_search on catalog_entry using gin (search) with (fastupdate = off)`.execute(db);
  await sql`create index catalog_entry_newest on catalog_entry (changed_at desc, dataset_id)`.execute(db);
  await sql`create index catalog_entry_combination on catalog_entry (combination_id, changed_at desc)`.execute(db);
  await sql`create table catalog_head (
    dataset_id uuid primary key references catalog_entry (dataset_id) on delete cascade,
    combination_id integer not null,
    changed_at timestamptz not null,
    head tsvector not null
  )`.execute(db);
  await sql`create index catalog_head_words on catalog_head using gin (head) with (fastupdate = off)`.execute(db);
  await sql`create index catalog_head_newest on catalog_head (changed_at desc, dataset_id)`.execute(db);
  // words of published cards, for "perhaps you meant"; our own trigrams: an outside PostgreSQL may not let us install pg_trgm
  await sql`create table catalog_word (
    word text primary key,
    stem text not null,
    trigrams text[] not null
  )`.execute(db);
  await sql`create index catalog_word_trigrams on catalog_word using gin (trigrams)`.execute(db);
}
