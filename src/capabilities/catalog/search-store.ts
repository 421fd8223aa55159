import { type RawBuilder, sql } from 'kysely';
import type { Day } from '../../kernel/dates.ts';
import type { Database } from '../../platform/context.ts';
import type { Card } from './card.ts';
import type { CardOrder, FreshnessChoice } from './card-search.ts';

/** What narrows a question; null where nothing was chosen. */
export interface Narrowing {
  readonly unit: string | null;
  readonly theme: string | null;
  readonly format: string | null;
  readonly keyword: string | null;
  readonly frequency: string | null;
  readonly freshness: FreshnessChoice | null;
  /** The day by which an update is late. */
  readonly today: Day;
}

/** Which cards are found: all of them, those of a tsquery in text form, or exactly these. */
export type Found =
  | { readonly kind: 'everything' }
  | { readonly kind: 'match'; readonly match: string }
  | { readonly kind: 'these'; readonly ids: readonly string[] };

/** One page of answers in the database's terms. */
export interface PageQuestion extends Narrowing {
  readonly found: Found;
  /** Cards in order of meaning, best first; they come before the others. */
  readonly ranked: readonly string[];
  readonly order: CardOrder;
  readonly limit: number;
  readonly offset: number;
}

/** How many found cards have one choice; the other facets' choices are held. */
export interface FacetRow {
  readonly facet: 'unit' | 'themes' | 'formats' | 'frequency' | 'freshness' | 'keyword';
  readonly unit_slug: string | null;
  readonly unit_name: string | null;
  readonly themes: readonly string[] | null;
  readonly formats: readonly string[] | null;
  readonly value: string | null;
  readonly count: number;
}

export interface AnswerPage {
  readonly cards: readonly Card[];
  readonly total: number;
  readonly facets: readonly FacetRow[];
}

/** Above so many found cards their keywords are not counted: reading them would take longer than the rest together. */
const KEYWORDS_OF = 1000;
const KEYWORDS_SHOWN = 30;

/** Conditions on a combination, one for each chosen facet. */
function chosen({ unit, theme, format, frequency }: Narrowing) {
  const only = (value: string | null, condition: RawBuilder<unknown>) => (value === null ? sql`true` : condition);
  return {
    unit: only(unit, sql`(unit_slug = ${unit} or unit_id::text = ${unit})`),
    theme: only(theme, sql`${theme} = any(themes)`),
    format: only(format, sql`${format} = any(formats)`),
    frequency: only(frequency, sql`frequency = ${frequency}`),
  };
}

const ofFreshness = ({ freshness, today }: Narrowing) => {
  if (freshness === null) return sql`true`;
  return freshness === 'late' ? sql`due_on < ${today}::date` : sql`due_on >= ${today}::date`;
};

const ofKeyword = ({ keyword }: Narrowing) =>
  keyword === null ? sql`true` : sql`dataset_id in (select dataset_id from catalog_keyword where keyword = ${keyword})`;

const isNarrowed = (by: Narrowing) => narrowed(by) || by.freshness !== null || by.keyword !== null;

const narrowed = (by: Narrowing) =>
  by.unit !== null || by.theme !== null || by.format !== null || by.frequency !== null;

/** That a row with a combination, a due day and a dataset fits everything chosen. */
function fits(by: Narrowing) {
  const { unit, theme, format, frequency } = chosen(by);
  const combination = narrowed(by)
    ? sql`combination_id = any(array(
        select id from catalog_combination where ${unit} and ${theme} and ${format} and ${frequency}))`
    : sql`true`;
  return sql`${combination} and ${ofFreshness(by)} and ${ofKeyword(by)}`;
}

function foundRows({ found }: PageQuestion) {
  switch (found.kind) {
    case 'everything':
      return sql`true`;
    case 'match':
      return sql`search @@ ${found.match}::tsquery`;
    case 'these':
      return sql`dataset_id = any(${[...found.ids]}::uuid[])`;
  }
}

/**
 * Found cards by combination, then all facets of them in one pass over the combinations; the row that is of no facet has the total. `sample` is
 * any combination of the choice: it knows its name.
 */
function countedAndSpread(question: PageQuestion) {
  const { today } = question;
  const { unit, theme, format, frequency } = chosen(question);
  const source = question.found.kind === 'everything' && question.keyword === null ? sql`catalog_entry` : sql`found`;
  const every = sql`${unit} and ${theme} and ${format} and ${frequency}`;
  const fresh = question.freshness === null ? sql`count(*)` : sql`count(*) filter (where ${ofFreshness(question)})`;
  return sql`
  counted as (
    select combination_id as id, (${fresh})::integer as fresh, (count(*) filter (where due_on >= ${today}::date))::integer as on_time,
      (count(*) filter (where due_on < ${today}::date))::integer as late
    from ${source} group by combination_id),
  spread as materialized (
    select case when grouping(unit_id) = 0 then 'unit' when grouping(themes_hash) = 0 then 'themes'
        when grouping(formats_hash) = 0 then 'formats' when grouping(frequency) = 0 then 'frequency' end as facet,
      min(id) as sample,
      case when grouping(unit_id) = 0 then sum(fresh) filter (where ${theme} and ${format} and ${frequency})
        when grouping(themes_hash) = 0 then sum(fresh) filter (where ${unit} and ${format} and ${frequency})
        when grouping(formats_hash) = 0 then sum(fresh) filter (where ${unit} and ${theme} and ${frequency})
        when grouping(frequency) = 0 then sum(fresh) filter (where ${unit} and ${theme} and ${format})
        else sum(fresh) filter (where ${every}) end as count,
      sum(on_time) filter (where ${every}) as on_time, sum(late) filter (where ${every}) as late
    from counted join catalog_combination using (id)
    group by grouping sets ((unit_id), (themes_hash), (formats_hash), (frequency), ())),
  total as (select coalesce(max(count), 0) as total, max(on_time) as on_time, max(late) as late from spread where facet is null),
  facet_row as (
    select facet, unit_slug, unit_name, themes, formats, frequency as value, count
    from spread join catalog_combination on id = sample where facet is not null and count > 0
    union all
    select 'freshness', null, null, null, null, choice, count
    from total cross join lateral (values ('on-time', on_time), ('late', late)) choices (choice, count) where count > 0)`;
}

/** So many of the latest cards are looked through before all that fit are gathered and sorted. */
const LATEST = 3000;

/** A narrowed page of everything: mostly it is full of the latest cards, and the rest need not be read. */
function latestOfAll(question: PageQuestion) {
  const { limit, offset } = question;
  const inOrder = sql`order by changed_at desc, dataset_id limit ${limit} offset ${offset}`;
  return sql`latest as materialized (
      select dataset_id, changed_at, combination_id, due_on from catalog_entry order by changed_at desc, dataset_id limit ${LATEST}),
    quick as materialized (select dataset_id, changed_at from latest where ${fits(question)} ${inOrder}),
    slow as (select dataset_id, changed_at from catalog_entry
      where (select count(*) from quick) < ${limit} and ${fits(question)} ${inOrder}),
    page as (select dataset_id, row_number() over (order by changed_at desc, dataset_id) as place from (
      select * from quick where (select count(*) from quick) = ${limit} union all select * from slow) answers)`;
}

/** The cards of a page in their order. */
function pageRows(question: PageQuestion) {
  const { limit, offset, order, ranked, found } = question;
  const source = found.kind === 'everything' ? sql`catalog_entry` : sql`found`;
  // numbered outside: inside, all rows would be numbered before the page is cut out
  if (order === 'used')
    return sql`page as (select dataset_id, row_number() over () as place from (
      select dataset_id from ${source} left join catalog_popular using (dataset_id) where ${fits(question)}
      order by coalesce(uses, 0) desc, changed_at desc, dataset_id limit ${limit} offset ${offset}) sorted)`;
  if (found.kind === 'everything' && isNarrowed(question)) return latestOfAll(question);
  if (order === 'newest' || ranked.length === 0)
    return sql`page as (select dataset_id, row_number() over () as place from (
      select dataset_id from ${source} where ${fits(question)}
      order by changed_at desc, dataset_id limit ${limit} offset ${offset}) sorted)`;
  return sql`ranked as (
      select dataset_id, place from unnest(${[...ranked]}::uuid[]) with ordinality as given (dataset_id, place)
      join found using (dataset_id) where ${fits(question)}),
    rest as (select dataset_id, 1000000 + row_number() over () as place from (
      select dataset_id from found
      where ${fits(question)} and (select count(*) from ranked) < ${offset + limit}
        and dataset_id not in (select dataset_id from ranked)
      order by changed_at desc, dataset_id limit ${offset + limit}) sorted),
    page as (select * from (select * from ranked union all select * from rest) answers order by place limit ${limit} offset ${offset})`;
}

interface AnswerRow {
  readonly total: number;
  readonly cards: Card[] | null;
  readonly facets: FacetRow[] | null;
  readonly keywords: FacetRow[] | null;
}

/** One page of found cards, how many there are, and how they spread over the facets, in one statement. */
export async function selectAnswerPage(db: Database, question: PageQuestion): Promise<AnswerPage> {
  // reading everything once more for keywords would cost more than all else
  const { rows } =
    await sql<AnswerRow>`with found as ${question.found.kind === 'everything' ? sql`` : sql`materialized`} (
      select dataset_id, combination_id, changed_at, due_on from catalog_entry where ${foundRows(question)} and ${ofKeyword(question)}),
    ${countedAndSpread(question)},
    keyword as (select 'keyword' as facet, keyword as value, count(*) as count from found join catalog_keyword using (dataset_id)
      where (select total from total) <= ${KEYWORDS_OF} and ${fits(question)}
      group by keyword order by count(*) desc, keyword limit ${KEYWORDS_SHOWN}),
    ${pageRows(question)}
    select (select total from total) as total,
      (select jsonb_agg(facet_row) from facet_row) as facets,
      (select jsonb_agg(keyword) from keyword) as keywords,
      (select jsonb_agg(card.card order by page.place) from page join catalog_card card using (dataset_id)) as cards`.execute(
      db,
    );
  const [row] = rows;
  return {
    cards: row?.cards ?? [],
    total: row?.total ?? 0,
    facets: [...(row?.facets ?? []), ...(row?.keywords ?? [])],
  };
}

/** A card that may answer, with what decides its place. */
export interface Candidate {
  readonly id: string;
  /** Text form of a tsvector with places and weights. */
  readonly head: string;
  readonly changedAt: number;
  readonly uses: number;
}

/** Found cards, unless there are more than `most`: then null. */
export async function selectFew(db: Database, match: string, most: number): Promise<Candidate[] | null> {
  const { rows } = await sql<{ many: boolean; few: Candidate[] | null }>`
    with few as materialized (select dataset_id from catalog_entry where search @@ ${match}::tsquery limit ${most + 1})
    select (select count(*) > ${most} from few) as many,
      (select jsonb_agg(jsonb_build_object('id', dataset_id, 'head', head::text, 'changedAt', extract(epoch from changed_at)::float8,
          'uses', coalesce(uses, 0)))
        from few join catalog_head using (dataset_id) left join catalog_popular using (dataset_id)
        where (select count(*) from few) <= ${most}) as few`.execute(db);
  return rows[0]?.many ? null : (rows[0]?.few ?? []);
}

/**
 * The cards most worth ranking of very many: the latest of those whose heads answer the first tsquery, then of the next ones.
 * @param matches tsqueries in text form, the strictest first
 */
export async function selectBestHeads(
  db: Database,
  matches: readonly string[],
  by: Narrowing,
  each: number,
): Promise<Candidate[]> {
  const parts = matches.map(
    (match) => sql`(select dataset_id, head, changed_at from catalog_head
      where head @@ ${match}::tsquery and ${fits(by)} order by changed_at desc limit ${each})`,
  );
  const { rows } =
    await sql<Candidate>`with best as (select distinct on (dataset_id) * from (${sql.join(parts, sql` union all `)}) every_one)
    select dataset_id as id, head::text as head, (extract(epoch from changed_at))::float8 as "changedAt", coalesce(uses, 0) as uses
    from best left join catalog_popular using (dataset_id)`.execute(db);
  return rows;
}
