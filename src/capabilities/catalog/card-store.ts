import { sql } from 'kysely';
import type { Database } from '../../platform/context.ts';
import type { Card } from './card.ts';
import { type CatalogWord, cardFormats, cardVectors } from './card-words.ts';
import { catalogTables } from './catalog-tables.ts';

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

/** Puts a published card into search. */
export async function putEntry(db: Database, card: Card): Promise<void> {
  const { head, search } = cardVectors(card);
  const { id, name, slug } = card.unit;
  await sql`insert into catalog_combination (unit_id, unit_slug, unit_name, themes, formats)
    values (${id}, ${slug}, ${name}, ${[...card.passport.themes].sort()}, ${cardFormats(card)})
    on conflict (unit_id, themes, formats) do update set unit_slug = excluded.unit_slug, unit_name = excluded.unit_name
    where (catalog_combination.unit_slug, catalog_combination.unit_name) <> (excluded.unit_slug, excluded.unit_name)`.execute(
    db,
  );
  await sql`with written as (
      insert into catalog_entry (dataset_id, combination_id, changed_at, search)
      select ${card.datasetId}::uuid, combination.id, ${card.changedAt}::timestamptz, ${search}::tsvector
      from catalog_combination combination
      where unit_id = ${id} and themes = ${[...card.passport.themes].sort()}::text[] and formats = ${cardFormats(card)}::text[]
      on conflict (dataset_id) do update set combination_id = excluded.combination_id, changed_at = excluded.changed_at,
        search = excluded.search
      returning dataset_id, combination_id, changed_at)
    insert into catalog_head (dataset_id, combination_id, changed_at, head)
    select dataset_id, combination_id, changed_at, ${head}::tsvector from written
    on conflict (dataset_id) do update set combination_id = excluded.combination_id, changed_at = excluded.changed_at,
      head = excluded.head`.execute(db);
}

/** Takes a closed card out of search. */
export async function removeEntry(db: Database, datasetId: string): Promise<void> {
  await catalogTables(db).deleteFrom('catalog_entry').where('dataset_id', '=', datasetId).execute();
}

export async function addWords(db: Database, words: readonly CatalogWord[]): Promise<void> {
  if (words.length === 0) return;
  // in one order everywhere: two publications at once must not wait for each other in a ring
  const ordered = [...words].sort((a, b) => (a.word < b.word ? -1 : 1));
  await catalogTables(db)
    .insertInto('catalog_word')
    .values(ordered)
    .onConflict((conflict) => conflict.column('word').doNothing())
    .execute();
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

export async function selectNumbers(db: Database): Promise<NumbersRow | null> {
  const { rows } = await sql<NumbersRow>`
    select sum(datasets)::bigint as datasets, sum(resources)::bigint as resources, sum(row_count)::bigint as rows,
      count(*) as units, max(changed_at) as changed_at
    from (select unit_id, count(*) as datasets, sum(resource_count) as resources, sum(row_count) as row_count,
        max(changed_at) as changed_at
      from catalog_card where state = 'published' group by unit_id) by_unit`.execute(db);
  return rows[0] ?? null;
}
