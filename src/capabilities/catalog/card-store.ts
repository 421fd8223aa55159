import { sql } from 'kysely';
import type { Database } from '../../platform/context.ts';
import type { Card } from './card.ts';
import { ANALYSIS, cardFormats, cardKeywords, cardStems, cardVectors } from './card-words.ts';
import { catalogTables } from './catalog-tables.ts';
import { updateDueOn } from './freshness-rules.ts';
import { countStems, selectEntryStems } from './vocabulary-store.ts';

/** Writes the card, its slug and its resources; what was there before is replaced. */
export async function putCard(db: Database, card: Card): Promise<void> {
  const rows = card.resources.reduce((sum, resource) => sum + (resource.rows ?? 0), 0);
  await sql`insert into catalog_card (dataset_id, slug, state, unit_id, changed_at, resource_count, row_count, card)
    values (${card.datasetId}, ${card.slug}, ${card.state}, ${card.unit.id}, ${card.changedAt}, ${card.resources.length}, ${rows},
      ${JSON.stringify(card)}::jsonb)
    on conflict (dataset_id) do update set slug = excluded.slug, state = excluded.state, unit_id = excluded.unit_id,
      changed_at = excluded.changed_at, resource_count = excluded.resource_count, row_count = excluded.row_count,
      card = excluded.card`.execute(db);
  await sql`insert into catalog_slug (slug, dataset_id) values (${card.slug}, ${card.datasetId})
    on conflict (slug) do nothing`.execute(db);
  await sql`delete from catalog_resource_card where dataset_id = ${card.datasetId}`.execute(db);
  const ids = card.resources.map((resource) => resource.id);
  await sql`insert into catalog_resource_card (resource_id, dataset_id)
    select unnest(${ids}::uuid[]), ${card.datasetId}::uuid on conflict do nothing`.execute(db);
}

/** Id of the version a card is of; null where there is no card yet. */
export async function selectCardVersion(db: Database, datasetId: string): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`select card ->> 'versionId' as id from catalog_card
    where dataset_id = ${datasetId}`.execute(db);
  return rows[0]?.id ?? null;
}

/** Puts a published card into search. */
export async function putEntry(db: Database, card: Card): Promise<void> {
  const { head, search, stems } = cardVectors(card);
  const before = new Set(await selectEntryStems(db, card.datasetId));
  const combinationId = await putCombination(db, card);
  await sql`with written as (
      insert into catalog_entry (dataset_id, combination_id, changed_at, due_on, analysis, search)
      values (${card.datasetId}::uuid, ${combinationId}, ${card.changedAt}::timestamptz, ${updateDueOn(card)}::date, ${ANALYSIS},
        ${search}::tsvector)
      on conflict (dataset_id) do update set combination_id = excluded.combination_id, changed_at = excluded.changed_at,
        due_on = excluded.due_on, analysis = excluded.analysis, search = excluded.search
      returning dataset_id, combination_id, changed_at, due_on)
    insert into catalog_head (dataset_id, combination_id, changed_at, due_on, head)
    select dataset_id, combination_id, changed_at, due_on, ${head}::tsvector from written
    on conflict (dataset_id) do update set combination_id = excluded.combination_id, changed_at = excluded.changed_at,
      due_on = excluded.due_on, head = excluded.head`.execute(db);
  await sql`delete from catalog_keyword where dataset_id = ${card.datasetId}`.execute(db);
  await sql`insert into catalog_keyword (dataset_id, keyword)
    select ${card.datasetId}::uuid, unnest(${cardKeywords(card)}::text[])`.execute(db);
  const now = new Set(stems);
  await countStems(
    db,
    cardStems(
      card,
      stems.filter((stem) => !before.has(stem)),
    ),
    [...before].filter((stem) => !now.has(stem)),
  );
}

/** The combination of the card's facets; made when there is none. */
async function putCombination(db: Database, card: Card): Promise<number> {
  const { id, name, slug } = card.unit;
  const themes = [...card.passport.themes].sort();
  const { rows } = await sql<{ id: number }>`
    insert into catalog_combination (unit_id, unit_slug, unit_name, themes, formats, frequency)
    values (${id}, ${slug}, ${name}, ${themes}, ${cardFormats(card)}, ${card.passport.frequency ?? ''})
    on conflict (unit_id, themes, formats, frequency) do update set unit_slug = excluded.unit_slug, unit_name = excluded.unit_name
    returning id`.execute(db);
  return rows[0]?.id ?? 0;
}

/** Writes the numbers and instants of a card that is published and in search already; its words stay as they are indexed. */
export async function touchCard(db: Database, card: Card): Promise<void> {
  const rows = card.resources.reduce((sum, resource) => sum + (resource.rows ?? 0), 0);
  await sql`update catalog_card set changed_at = ${card.changedAt}, row_count = ${rows}, card = ${JSON.stringify(card)}::jsonb
    where dataset_id = ${card.datasetId}`.execute(db);
  const due = updateDueOn(card);
  await sql`update catalog_entry set changed_at = ${card.changedAt}::timestamptz, due_on = ${due}::date
    where dataset_id = ${card.datasetId}`.execute(db);
  await sql`update catalog_head set changed_at = ${card.changedAt}::timestamptz, due_on = ${due}::date
    where dataset_id = ${card.datasetId}`.execute(db);
}

/** Takes a closed card out of search. */
export async function removeEntry(db: Database, datasetId: string): Promise<void> {
  const lost = await selectEntryStems(db, datasetId);
  await catalogTables(db).deleteFrom('catalog_entry').where('dataset_id', '=', datasetId).execute();
  await countStems(db, [], lost);
}

/** Published cards whose words were cut by other rules than `analysis`, at most `limit`. */
export async function selectOutdatedCards(db: Database, analysis: number, limit: number): Promise<Card[]> {
  const { rows } = await sql<{ card: Card }>`
    select card from catalog_card join catalog_entry using (dataset_id)
    where analysis <> ${analysis} order by dataset_id limit ${limit}`.execute(db);
  return rows.map((row) => row.card);
}

/** The card in any state, by its present slug, an earlier slug, or the dataset's id. */
export async function selectCard(db: Database, by: { slug: string } | { id: string }): Promise<Card | null> {
  const which =
    'id' in by
      ? sql`dataset_id = ${by.id}`
      : sql`dataset_id = coalesce((select dataset_id from catalog_card where slug = ${by.slug}),
          (select dataset_id from catalog_slug where slug = ${by.slug}))`;
  const { rows } = await sql<{ card: Card }>`select card from catalog_card where ${which}`.execute(db);
  return rows[0]?.card ?? null;
}

/** The card that shows a resource now. */
export async function selectCardOfResource(db: Database, resourceId: string): Promise<Card | null> {
  const { rows } = await sql<{ card: Card }>`
    select card from catalog_card join catalog_resource_card using (dataset_id)
    where resource_id = ${resourceId}`.execute(db);
  return rows[0]?.card ?? null;
}

/** A card once, however many of its resources are asked for. */
export async function selectCardsOfResources(db: Database, resourceIds: readonly string[]): Promise<Card[]> {
  const { rows } = await sql<{ card: Card }>`
    select distinct on (dataset_id) card from catalog_card join catalog_resource_card using (dataset_id)
    where resource_id = any(${[...resourceIds]}::uuid[])`.execute(db);
  return rows.map(({ card }) => card);
}

/** Published ones, the latest changed first. */
export async function selectNewest(db: Database, n: number): Promise<Card[]> {
  const { rows } = await sql<{ card: Card }>`
    select card from catalog_card where state = 'published' order by changed_at desc, dataset_id limit ${n}`.execute(
    db,
  );
  return rows.map((row) => row.card);
}

export interface NumbersRow {
  readonly datasets: number;
  readonly resources: number;
  readonly rows: number;
  readonly units: number;
  readonly changed_at: Date | null;
}

/** Of what is published, over all units, in one statement; sums are null where nothing is. */
export async function selectNumbers(db: Database): Promise<NumbersRow | null> {
  const { rows } = await sql<NumbersRow>`
    select sum(datasets)::bigint as datasets, sum(resources)::bigint as resources, sum(row_count)::bigint as rows,
      count(*) as units, max(changed_at) as changed_at
    from (select unit_id, count(*) as datasets, sum(resource_count) as resources, sum(row_count) as row_count,
        max(changed_at) as changed_at
      from catalog_card where state = 'published' group by unit_id) by_unit`.execute(db);
  return rows[0] ?? null;
}
