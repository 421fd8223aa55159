import { sql } from 'kysely';
import type { Database } from '../../platform/context.ts';
import type { DeedReach } from '../accounts/index.ts';
import type { DatasetTitle } from './dataset-titles.ts';
import type { ListedDataset, ListedTable } from './listed-datasets.ts';
import { NATIONAL_PORTAL } from './origin.ts';

type ListedRow = Omit<ListedDataset, 'tables'> & { readonly tables: readonly ListedTable[] | null };

/** Datasets with a ground in a list and these, with the fields of the published ones; not the internal. */
export async function selectListed(db: Database, ids: readonly string[]): Promise<ListedDataset[]> {
  const { rows } = await sql<ListedRow>`
    with listed as materialized (
      select id, number, slug, title, unit_id, state, passport -> 'ground' as ground from catalog_dataset
      where (ground_kind <> 'own-initiative' or id = any(${[...ids]}::uuid[])) and state <> 'internal'),
    fields as (
      select resource.dataset_id, resource.position, array_agg(lower(field.name)) as names,
        array_agg(lower(field.title)) as titles
      from listed join catalog_resource resource on resource.dataset_id = listed.id
        join catalog_field field on field.resource_id = resource.id
      where listed.state = 'published' group by resource.id),
    tables as (
      select dataset_id, json_agg(json_build_object('names', names, 'titles', titles) order by position) as tables
      from fields group by dataset_id)
    select listed.id, listed.number, listed.slug, listed.title, listed.unit_id as "unitId", listed.state, listed.ground,
      entry.due_on::text as "dueOn", promise.due_on::text as "promisedOn", origin.address as "nationalAddress", tables.tables
    from listed left join catalog_entry entry on entry.dataset_id = listed.id and listed.state = 'published'
      left join catalog_promise promise on promise.dataset_id = listed.id
        and promise.kept_at is null and promise.dropped_at is null
      left join catalog_origin origin on origin.dataset_id = listed.id and origin.portal = ${NATIONAL_PORTAL}
      left join tables on tables.dataset_id = listed.id
    order by listed.number`.execute(db);
  return rows.map((row) => ({ ...row, tables: row.tables ?? [] }));
}

/** Names of the datasets within reach, by number. */
export async function selectTitles(db: Database, reach: DeedReach): Promise<DatasetTitle[]> {
  const within =
    reach === 'all'
      ? sql`true`
      : sql`(unit_id = any(${[...reach.unitIds]}::uuid[]) or id = any(${[...reach.datasetIds]}::uuid[]))`;
  const { rows } = await sql<DatasetTitle>`
    select id, number, title, unit_id as "unitId", state,
      array(select jsonb_array_elements_text(passport -> 'keywords')) as keywords
    from catalog_dataset where state not in ('withdrawn', 'internal') and ${within} order by number`.execute(db);
  return rows;
}
