import { type Kysely, sql } from 'kysely';

/**
 * What a better search needs: how often each word stands in the catalog, keywords and freshness as facets, use counted by day, the city's own
 * everyday words, and questions that found nothing. Search words are written anew by the job `catalog.index-cards`.
 */
export async function up(db: Kysely<Record<never, never>>): Promise<void> {
  await changeEntries(db);
  await createVocabulary(db);
  await createUse(db);
  await createSearchWords(db);
}

async function changeEntries(db: Kysely<Record<never, never>>): Promise<void> {
  await sql`alter table catalog_combination add column frequency text not null default ''`.execute(db);
  await sql`alter table catalog_combination drop constraint catalog_combination_unit_id_themes_formats_key`.execute(db);
  await sql`alter table catalog_combination add unique (unit_id, themes, formats, frequency)`.execute(db);
  // by which rules the words of a card were cut; a lower number than the program's own means: write it anew
  await sql`alter table catalog_entry add column analysis smallint not null default 0, add column due_on date`.execute(
    db,
  );
  await sql`alter table catalog_head add column due_on date`.execute(db);
  await sql`create index catalog_entry_due on catalog_entry (combination_id, due_on)`.execute(db);
  await sql`create index catalog_entry_analysis on catalog_entry (analysis)`.execute(db);
  await sql`create table catalog_keyword (
    dataset_id uuid not null references catalog_entry (dataset_id) on delete cascade,
    keyword text not null,
    primary key (dataset_id, keyword)
  )`.execute(db);
  await sql`create index catalog_keyword_keyword on catalog_keyword (keyword, dataset_id)`.execute(db);
}

async function createVocabulary(db: Kysely<Record<never, never>>): Promise<void> {
  await sql`drop table catalog_word`.execute(db);
  // in how many published cards a stem stands; `word` is one of its forms for people, null for words of columns alone
  await sql`create table catalog_stem (
    stem text primary key,
    cards integer not null,
    word text,
    sound text not null,
    trigrams text[] not null
  )`.execute(db);
  await sql`create index catalog_stem_sound on catalog_stem (sound)`.execute(db);
  await sql`create index catalog_stem_trigrams on catalog_stem using gin (trigrams)`.execute(db);
  await sql`insert into catalog_stem (stem, cards, word, sound, trigrams)
    select word, ndoc, null, '', '{}' from ts_stat('select search from catalog_entry')`.execute(db);
}

async function createUse(db: Kysely<Record<never, never>>): Promise<void> {
  await sql`create table catalog_use (
    dataset_id uuid not null references catalog_card (dataset_id) on delete cascade,
    day date not null,
    views integer not null,
    downloads integer not null,
    requests integer not null,
    primary key (dataset_id, day)
  )`.execute(db);
  // the use of the last months in one number, for the order of search
  await sql`create table catalog_popular (
    dataset_id uuid primary key references catalog_card (dataset_id) on delete cascade,
    uses integer not null,
    counted_on date not null
  )`.execute(db);
  await sql`create index catalog_popular_uses on catalog_popular (uses desc)`.execute(db);
}

async function createSearchWords(db: Kysely<Record<never, never>>): Promise<void> {
  await sql`create table catalog_everyday (
    id uuid primary key,
    official text[] not null,
    everyday text[] not null,
    stems text[] not null,
    changed_at timestamptz not null
  )`.execute(db);
  await sql`create index catalog_everyday_stems on catalog_everyday using gin (stems)`.execute(db);
  // what was asked and not found: the words and how often, never by whom
  await sql`create table catalog_missed (
    question text primary key,
    times integer not null,
    last_at timestamptz not null
  )`.execute(db);
  await sql`create index catalog_missed_last on catalog_missed (last_at desc)`.execute(db);
}
