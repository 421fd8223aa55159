import { sql } from 'kysely';
import type { Database } from '../../platform/context.ts';

/** A column of a working copy with the dataset it stands in. */
export interface BoundColumn {
  readonly datasetId: string;
  readonly title: string;
  readonly unitId: string;
  readonly state: string;
  readonly resourceId: string;
  readonly resourceTitle: string;
  readonly column: string;
  readonly columnTitle: string;
}

/** In the order of titles of their datasets, then as they stand. */
export async function selectBoundColumns(db: Database, sharedFieldId: string): Promise<BoundColumn[]> {
  const { rows } =
    await sql<BoundColumn>`select dataset.id as "datasetId", dataset.title, dataset.unit_id as "unitId", dataset.state,
      resource.id as "resourceId", resource.title as "resourceTitle", field.name as column, field.title as "columnTitle"
    from catalog_field field join catalog_resource resource on resource.id = field.resource_id
      join catalog_dataset dataset on dataset.id = resource.dataset_id
    where field.shared_field = ${sharedFieldId}
    order by dataset.title collate "uk-x-icu", resource.position, field.position`.execute(db);
  return rows;
}

/** Columns bound to each shared field, by its id; fields without any are not in it. */
export async function selectBoundCounts(db: Database): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ id: string; n: number }>`select shared_field as id, count(*)::int as n from catalog_field
    where shared_field is not null group by 1`.execute(db);
  return new Map(rows.map(({ id, n }) => [id, n]));
}

/** A column that tells rows of a published table apart: others may refer to it. */
export interface KeyColumn {
  readonly datasetId: string;
  readonly datasetTitle: string;
  readonly resourceId: string;
  readonly resourceTitle: string;
  readonly name: string;
  readonly title: string;
}

/** Identifier columns of tables anybody may read, and of the other tables of one dataset. One statement. */
export async function selectKeyColumns(db: Database, datasetId: string): Promise<KeyColumn[]> {
  const { rows } = await sql<KeyColumn>`select dataset.id as "datasetId", dataset.title as "datasetTitle",
      resource.id as "resourceId", resource.title as "resourceTitle", field.name, field.title
    from catalog_field field join catalog_resource resource on resource.id = field.resource_id
      join catalog_dataset dataset on dataset.id = resource.dataset_id
    where field.identifier and field.sensitivity = 'open' and field.type in ('text', 'integer')
      and (dataset.state = 'published' or dataset.id = ${datasetId})
      and (select count(*) from catalog_field other where other.resource_id = resource.id and other.identifier) = 1
    order by dataset.title collate "uk-x-icu", resource.position limit 2000`.execute(db);
  return rows;
}

/** Titles of the datasets these tables belong to, by the id of the table. */
export async function selectTableTitles(
  db: Database,
  resourceIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ id: string; title: string }>`select resource.id, dataset.title
    from catalog_resource resource join catalog_dataset dataset on dataset.id = resource.dataset_id
    where resource.id = any(${[...resourceIds]}::uuid[])`.execute(db);
  return new Map(rows.map(({ id, title }) => [id, title]));
}

/** Several columns that tell rows of a table apart together. */
export interface ComposedKey extends Omit<KeyColumn, 'name' | 'title'> {
  readonly names: readonly string[];
}

/** Keys of several columns, of the same tables. One statement. */
export async function selectComposedKeys(db: Database, datasetId: string): Promise<ComposedKey[]> {
  const { rows } = await sql<ComposedKey>`select dataset.id as "datasetId", dataset.title as "datasetTitle",
      resource.id as "resourceId", resource.title as "resourceTitle", array_agg(field.name order by field.position) as names
    from catalog_field field join catalog_resource resource on resource.id = field.resource_id
      join catalog_dataset dataset on dataset.id = resource.dataset_id
    where field.identifier and field.sensitivity = 'open' and field.type in ('text', 'integer')
      and (dataset.state = 'published' or dataset.id = ${datasetId})
    group by dataset.id, resource.id having count(*) > 1
    order by dataset.title collate "uk-x-icu", resource.position limit 500`.execute(db);
  return rows;
}

/** Code lists that hold some of these values, with how many of them. */
export async function selectHolders(
  db: Database,
  values: readonly string[],
): Promise<readonly { readonly id: string; readonly held: number }[]> {
  const { rows } = await sql<{ id: string; held: number }>`select list_id as id, count(*)::int as held from catalog_code
    where code = any(${[...values]}::text[]) group by 1 order by 2 desc limit 20`.execute(db);
  return rows;
}
