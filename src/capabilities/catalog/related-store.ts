import { sql } from 'kysely';
import type { Database } from '../../platform/context.ts';
import type { Card } from './card.ts';

/** Heads that share a word with the dataset's title or keywords, as many of the latest as are looked at. */
const LOOKED_AT = 500;
/** Candidates of each way: by words, and by publisher and theme. */
const CANDIDATES = 20;

/** Published cards that may be near this one, in one statement: those whose titles and keywords share its words, and the latest of its unit and themes. */
export async function selectCandidates(db: Database, datasetId: string): Promise<Card[]> {
  const { rows } = await sql<{ card: Card }>`
    with this as (
      select combination_id, ts_filter(head, '{a,b}') as head from catalog_head where dataset_id = ${datasetId}),
    question as (
      select string_agg(quote_literal(lexeme), ' | ')::tsquery as words
      from this cross join lateral unnest(tsvector_to_array(head)) lexeme),
    worded as (
      select dataset_id, ts_rank(head, words) as rank
      from (select dataset_id, head, words from question join catalog_head on head @@ words
        order by changed_at desc limit ${LOOKED_AT}) latest
      order by rank desc limit ${CANDIDATES}),
    kindred as (
      select other.id from this
        join catalog_combination mine on mine.id = this.combination_id
        join catalog_combination other on other.themes && mine.themes or other.unit_id = mine.unit_id),
    placed as (
      select dataset_id from catalog_entry where combination_id = any(array(select id from kindred))
      order by changed_at desc limit ${CANDIDATES})
    select card from catalog_card
    where dataset_id <> ${datasetId} and state = 'published'
      and dataset_id in (select dataset_id from worded union select dataset_id from placed)`.execute(db);
  return rows.map((row) => row.card);
}

/** Published cards with these ids, and those whose passports name this dataset. */
export async function selectNamed(db: Database, datasetId: string, ids: readonly string[]): Promise<Card[]> {
  const { rows } = await sql<{ card: Card }>`
    select card from catalog_card
    where state = 'published' and dataset_id <> ${datasetId} and (dataset_id = any(${[...ids]}::uuid[])
      or card -> 'passport' -> 'related' @> ${JSON.stringify([datasetId])}::jsonb)
    order by card -> 'passport' ->> 'title' limit 40`.execute(db);
  return rows.map((row) => row.card);
}

/** The titles the public sees of these datasets, by id; one that is not public is not there. */
export async function selectTitles(db: Database, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ id: string; title: string }>`
    select dataset_id as id, card -> 'passport' ->> 'title' as title from catalog_card
    where dataset_id = any(${[...ids]}::uuid[]) and state <> 'withdrawn'`.execute(db);
  return new Map(rows.map(({ id, title }) => [id, title]));
}

/** Addresses of cards by dataset, withdrawn ones too. */
export async function selectSlugs(db: Database, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ id: string; slug: string }>`
    select dataset_id as id, slug from catalog_card
    where dataset_id = any(${[...ids]}::uuid[]) and state <> 'withdrawn'`.execute(db);
  return new Map(rows.map(({ id, slug }) => [id, slug]));
}
