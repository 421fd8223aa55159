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

/** Cards by one combination of a facet's values. */
export interface FacetRow {
  readonly facet: 'unit' | 'themes' | 'formats';
  readonly unit_slug: string | null;
  readonly unit_name: string | null;
  readonly themes: readonly string[] | null;
  readonly formats: readonly string[] | null;
  readonly count: number;
}

export interface FoundEntries {
  readonly total: number;
  readonly cards: readonly Card[];
  readonly facets: readonly FacetRow[];
}

// A title counts fully, keywords and the unit less; longer heads count a little less
const RANK = sql.raw("'{0.05,0.1,0.4,1}'::real[]");

function choices(question: EntryQuestion) {
  const chosen = (value: string | null, condition: ReturnType<typeof sql>) => (value === null ? sql`true` : condition);
  return {
    unit: chosen(question.unit, sql`(unit_slug = ${question.unit} or unit_id::text = ${question.unit})`),
    theme: chosen(question.theme, sql`${question.theme} = any(themes)`),
    format: chosen(question.format, sql`${question.format} = any(formats)`),
  };
}

/**
 * One page of found cards, how many there are, and how the found spread over each facet, in one statement. Facets are grouped by
 * whole combinations (there are few), which the caller takes apart.
 */
export async function selectEntries(db: Database, question: EntryQuestion): Promise<FoundEntries> {
  const { unit, theme, format } = choices(question);
  const matches = question.match === null ? sql`true` : sql`search @@ ${question.match}::tsquery`;
  const rank = question.order === null ? sql`0::real` : sql`ts_rank(${RANK}, head, ${question.order}::tsquery, 1)`;
  const { rows } = await sql<{ total: number; cards: Card[] | null; facets: FacetRow[] | null }>`
    with found as materialized (
      select dataset_id, unit_slug, unit_name, themes, formats, changed_at, ${rank} as rank,
        ${unit} as of_unit, ${theme} as of_theme, ${format} as of_format
      from catalog_entry where ${matches}),
    page as (
      select dataset_id, rank, changed_at from found where of_unit and of_theme and of_format
      order by rank desc, changed_at desc, dataset_id limit ${question.limit} offset ${question.offset}),
    facets as (
      select case when grouping(unit_slug) = 0 then 'unit' when grouping(themes) = 0 then 'themes' else 'formats' end as facet,
        unit_slug, unit_name, themes, formats,
        case when grouping(unit_slug) = 0 then count(*) filter (where of_theme and of_format)
          when grouping(themes) = 0 then count(*) filter (where of_unit and of_format)
          else count(*) filter (where of_unit and of_theme) end as count
      from found group by grouping sets ((unit_slug, unit_name), (themes), (formats)))
    select (select count(*) from found where of_unit and of_theme and of_format) as total,
      (select jsonb_agg(card.card order by page.rank desc, page.changed_at desc, page.dataset_id)
        from page join catalog_card card using (dataset_id)) as cards,
      (select jsonb_agg(facets) from facets where count > 0) as facets`.execute(db);
  const row = rows[0];
  return { total: row?.total ?? 0, cards: row?.cards ?? [], facets: row?.facets ?? [] };
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
