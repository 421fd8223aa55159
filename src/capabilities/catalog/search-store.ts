import { sql } from 'kysely';
import type { Database } from '../../platform/context.ts';
import type { Card } from './card.ts';

/** A question in the database's terms; `match` and `order` are tsqueries in text form, null where no word was asked. */
export interface EntryQuestion {
  readonly match: string | null;
  readonly order: string | null;
  readonly unit: string | null;
  readonly theme: string | null;
  readonly format: string | null;
  readonly limit: number;
  readonly offset: number;
}

/** How many found cards have one unit, one set of themes or one set of formats; the other two facets' choices are held. */
export interface FacetRow {
  readonly facet: 'unit' | 'themes' | 'formats';
  readonly unit_slug: string | null;
  readonly unit_name: string | null;
  readonly themes: readonly string[] | null;
  readonly formats: readonly string[] | null;
  readonly count: number;
}

export interface FoundEntries {
  readonly cards: readonly Card[];
  readonly total: number;
  readonly facets: readonly FacetRow[];
}

// A title counts fully, keywords and the unit less; longer heads count a little less
const RANK = sql.raw("'{0.05,0.1,0.4,1}'::real[]");

/** How many of the latest answers are put in order by how well they answer. */
const RANKED = 500;

/** The combinations with marks of which chosen facet each fits. */
function combinations(question: EntryQuestion) {
  const chosen = (value: string | null, condition: ReturnType<typeof sql>) => (value === null ? sql`true` : condition);
  return sql`combination as materialized (
    select id, unit_slug, unit_name, themes, formats,
      ${chosen(question.unit, sql`(unit_slug = ${question.unit} or unit_id::text = ${question.unit})`)} as of_unit,
      ${chosen(question.theme, sql`${question.theme} = any(themes)`)} as of_theme,
      ${chosen(question.format, sql`${question.format} = any(formats)`)} as of_format
    from catalog_combination)`;
}

/** What both kinds of question end with: the total, the facets from counts by combination, the page's cards in their order. */
const ANSWER = sql`,
  marked as (select combination.*, counted.count from counted join combination on combination.id = combination_id),
  spread as (
    select case when grouping(unit_slug) = 0 then 'unit' when grouping(themes) = 0 then 'themes' else 'formats' end as facet,
      unit_slug, unit_name, themes, formats,
      case when grouping(unit_slug) = 0 then sum(count) filter (where of_theme and of_format)
        when grouping(themes) = 0 then sum(count) filter (where of_unit and of_format)
        else sum(count) filter (where of_unit and of_theme) end as count
    from marked group by grouping sets ((unit_slug, unit_name), (themes), (formats)))
  select (select coalesce(sum(count), 0)::bigint from marked where of_unit and of_theme and of_format) as total,
    (select jsonb_agg(spread) from spread where count > 0) as facets,
    (select jsonb_agg(card.card order by page.rank desc, page.changed_at desc, page.dataset_id)
      from page join catalog_card card using (dataset_id)) as cards`;

/** For reading in the order of time until a page is full; nothing where no facet is chosen. */
function fits({ unit, theme, format }: EntryQuestion) {
  if (unit === null && theme === null && format === null) return sql`true`;
  return sql`combination_id = any(array(select id from combination where of_unit and of_theme and of_format))`;
}

/** Everything, the latest first: counts come from an index of numbers, the page from the index by time. */
function browsing(question: EntryQuestion) {
  return sql<AnswerRow>`with ${combinations(question)},
    counted as (select combination_id, count(*) as count from catalog_entry group by combination_id),
    page as (select dataset_id, changed_at, 0 as rank from catalog_entry
      where ${fits(question)}
      order by changed_at desc, dataset_id limit ${question.limit} offset ${question.offset})${ANSWER}`;
}

/**
 * Cards whose title, keywords or unit answer come first, ranked among the latest of them; then the others, the latest first. So the
 * cost of ranking does not grow with the number of answers.
 */
function searching(question: EntryQuestion) {
  const { match, order, limit, offset } = question;
  return sql<AnswerRow>`with ${combinations(question)},
    found as materialized (
      select dataset_id, combination_id, changed_at from catalog_entry where search @@ ${match}::tsquery),
    counted as (select combination_id, count(*) as count from found group by combination_id),
    candidate as materialized (
      select dataset_id, changed_at, head from catalog_head where head @@ ${match}::tsquery and ${fits(question)}
      order by changed_at desc limit ${RANKED}),
    ranked as (select dataset_id, changed_at, ts_rank(${RANK}, head, ${order}::tsquery, 1) as rank from candidate),
    rest as (select dataset_id, changed_at, 0::real as rank from found join combination on combination.id = combination_id
      where of_unit and of_theme and of_format and (select count(*) from candidate) < ${offset + limit}
        and dataset_id not in (select dataset_id from candidate)
      order by changed_at desc, dataset_id limit ${offset + limit}),
    page as (select * from (select * from ranked union all select * from rest) answers
      order by rank desc, changed_at desc, dataset_id limit ${limit} offset ${offset})${ANSWER}`;
}

interface AnswerRow {
  readonly total: number;
  readonly cards: Card[] | null;
  readonly facets: FacetRow[] | null;
}

/** One page of found cards, how many there are, and how they spread over the facets, in one statement. */
export async function selectEntries(db: Database, question: EntryQuestion): Promise<FoundEntries> {
  const statement = question.match === null ? browsing(question) : searching(question);
  const { rows } = await statement.execute(db);
  return { cards: rows[0]?.cards ?? [], total: rows[0]?.total ?? 0, facets: rows[0]?.facets ?? [] };
}

/**
 * Words of the catalog that share most trigrams with the given ones and are found in a published card now.
 * @param trigrams of the word somebody typed
 */
export async function selectNearWords(db: Database, trigrams: readonly string[], limit: number): Promise<string[]> {
  const { rows } = await sql<{ word: string }>`
    with near as (
      select distinct on (stem) word, stem, common::real / (cardinality(trigrams) + ${trigrams.length} - common) as likeness
      from catalog_word cross join lateral (
        select count(*) as common from unnest(trigrams) trigram where trigram = any(${[...trigrams]}::text[])) counted
      where trigrams && ${[...trigrams]}::text[]
      order by stem, likeness desc, length(word))
    select word from near where likeness >= 0.25
      and exists (select from catalog_entry
        where search @@ ('''' || replace(replace(stem, '\\', '\\\\'), '''', '''''') || '''')::tsquery)
    order by likeness desc, word limit ${limit}`.execute(db);
  return rows.map((row) => row.word);
}
