import { sql } from 'kysely';
import type { Database } from '../../platform/context.ts';
import { type DeedReach, withinReach } from '../accounts/index.ts';
import type { DatasetTitle } from './dataset-titles.ts';
import type { ListedDataset, ListedWish } from './listed-datasets.ts';
import { NATIONAL_PORTAL } from './origin.ts';

/**
 * Datasets with a ground in a list and these, with the fields of the published ones that are asked for; not the internal. The title is the one
 * the public knows where there is one: published, else promised.
 */
export async function selectListed(db: Database, { ids, tablesOf: wanted }: ListedWish): Promise<ListedDataset[]> {
  const { rows } = await sql<ListedDataset>`
    with listed as materialized (
      select id, number, slug, title, unit_id, state, passport -> 'ground' as ground,
        state = 'published' and (id = any(${[...wanted.ids]}::uuid[])
          or concat(ground_section, '|', ground_number) = any(${[...wanted.grounds]}::text[])) as compared
      from catalog_dataset
      where (ground_kind <> 'own-initiative' or id = any(${[...ids]}::uuid[])) and state <> 'internal')
    select listed.id, listed.number, listed.slug, coalesce(card.title, promise.title, listed.title) as title,
      listed.unit_id as "unitId", listed.state, listed.ground,
      entry.due_on::text as "dueOn", promise.due_on::text as "promisedOn", origin.address as "nationalAddress",
      (select string_agg(headings, chr(28) order by position) from catalog_resource resource
        where compared and resource.dataset_id = listed.id) as tables
    from listed left join catalog_card card on card.dataset_id = listed.id
      left join catalog_entry entry on entry.dataset_id = listed.id and listed.state = 'published'
      left join catalog_promise promise on promise.dataset_id = listed.id
        and promise.kept_at is null and promise.dropped_at is null
      left join catalog_origin origin on origin.dataset_id = listed.id and origin.portal = ${NATIONAL_PORTAL}
    order by listed.number`.execute(db);
  return rows;
}

/** Names of the datasets within reach, by number. */
export async function selectTitles(db: Database, reach: DeedReach): Promise<DatasetTitle[]> {
  const { rows } = await sql<DatasetTitle>`
    select id, number, title, unit_id as "unitId", state,
      array(select jsonb_array_elements_text(passport -> 'keywords')) as keywords
    from catalog_dataset where state not in ('withdrawn', 'internal') and ${withinReach(reach, 'unit_id', 'id')} order by number`.execute(
    db,
  );
  return rows;
}
