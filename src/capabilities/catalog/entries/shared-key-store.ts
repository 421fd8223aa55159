import { sql } from 'kysely';
import type { Database } from '../../../platform/context.ts';
import type { SharedKey } from './shared-keys.ts';

/** Names that say nothing of what they identify. */
const NAMELESS = [
  'id',
  'uid',
  'number',
  'no',
  'num',
  'code',
  'identifier',
  'name',
  'title',
  'nomer',
  'kod',
  'nazva',
  'n',
  'n_p_p',
];

/** Names of open columns that stand in several datasets and are an identifier in one: by them tables can be joined. */
export async function selectSharedKeys(db: Database): Promise<SharedKey[]> {
  const { rows } = await sql<SharedKey>`
    select lower(field.name) as name, min(field.title) as title, array_agg(distinct resource.dataset_id::text) as "datasetIds"
    from catalog_field field join catalog_resource resource on resource.id = field.resource_id
    where lower(field.name) <> all(${NAMELESS}::text[]) and field.sensitivity = 'open'
    group by lower(field.name)
    having bool_or(field.identifier) and count(distinct resource.dataset_id) > 1
    order by 1`.execute(db);
  return rows;
}

/** By id; lists that are not there are not in it. */
export async function selectCodeListNames(db: Database, ids: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from catalog_code_list where id = any(${[...ids]}::uuid[])`.execute(db);
  return new Map(rows.map(({ id, name }) => [id, name]));
}
