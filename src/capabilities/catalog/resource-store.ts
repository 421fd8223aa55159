import { sql } from 'kysely';
import type { Database } from '../../platform/context.ts';
import { catalogTables } from './catalog-tables.ts';
import type { Resource } from './dataset.ts';
import type { Structure, StructureField } from './structure.ts';

/** A resource as the statements here give it. */
export type ResourceRow = Omit<Resource, 'datasetId' | 'structure'> & {
  readonly dataset_id: string;
  readonly fields: readonly StructureField[];
};

/** Fields as the structure has them, in their order, in one JSON value. */
const FIELDS = sql`coalesce((
  select jsonb_agg(jsonb_build_object('name', field.name, 'title', field.title, 'type', field.type, 'format', field.format,
    'unit', field.unit, 'purpose', field.purpose, 'required', field.required, 'identifier', field.identifier,
    'sensitivity', field.sensitivity, 'geometry', field.geometry, 'sourceColumn', field.source_column)
    || jsonb_strip_nulls(jsonb_build_object('allowed', field.allowed, 'examples', field.examples, 'codeList', field.code_list,
      'kind', field.kind, 'sharedField', field.shared_field, 'reference', field.reference))
    order by field.position)
  from catalog_field field where field.resource_id = resource.id), '[]'::jsonb)`;

/** Resources of the row of `catalog_dataset` asked for, in the order of the page: a JSON array of `ResourceRow`. */
export const RESOURCES_OF_DATASET = sql<ResourceRow[]>`coalesce((
  select json_agg(json_build_object('id', resource.id, 'dataset_id', resource.dataset_id, 'kind', resource.kind, 'title', resource.title,
    'position', resource.position, 'url', resource.url, 'fields', ${FIELDS}) order by resource.position)
  from catalog_resource resource where resource.dataset_id = catalog_dataset.id), '[]')`;

/** A row with its columns as the resource it keeps. */
export function resourceOf({ dataset_id, fields, ...row }: ResourceRow): Resource {
  return { ...row, datasetId: dataset_id, structure: { fields: [...fields] } };
}

/** Of the working copy, with its structure. */
export async function selectResource(db: Database, id: string): Promise<Resource | null> {
  const { rows } = await sql<ResourceRow>`
    select id, dataset_id, kind, title, position, url, ${FIELDS} as fields from catalog_resource resource
    where id = ${id}`.execute(db);
  return rows[0] ? resourceOf(rows[0]) : null;
}

/** Adds the resource after those the dataset has; its structure is written by `replaceFields`. */
export async function insertResource(
  db: Database,
  resource: Pick<Resource, 'id' | 'datasetId' | 'kind' | 'title' | 'url'>,
  now: Date,
): Promise<void> {
  await sql`insert into catalog_resource (id, dataset_id, kind, title, position, url, created_at)
    select ${resource.id}, ${resource.datasetId}, ${resource.kind}, ${resource.title},
      coalesce(max(position), 0) + 1, ${resource.url}, ${now}
    from catalog_resource where dataset_id = ${resource.datasetId}`.execute(db);
}

export async function updateResource(
  db: Database,
  id: string,
  change: { title: string; url: string | null },
): Promise<void> {
  await catalogTables(db).updateTable('catalog_resource').set(change).where('id', '=', id).execute();
}

/** Takes the resource away and closes the gap in the order. */
export async function deleteResourceRow(db: Database, resource: Resource): Promise<void> {
  await catalogTables(db).deleteFrom('catalog_resource').where('id', '=', resource.id).execute();
  await sql`update catalog_resource set position = position - 1
    where dataset_id = ${resource.datasetId} and position > ${resource.position}`.execute(db);
}

/** Names and titles of the fields as one text, for `tablesOf`; null where there are none. */
function headingsOf({ fields }: Structure): string | null {
  return fields.length === 0 ? null : fields.map(({ name, title }) => `${name}\u001f${title}`).join('\u001e');
}

/** Writes the whole structure of a resource in one statement, however many fields it has. */
export async function replaceFields(db: Database, resourceId: string, structure: Structure): Promise<void> {
  await sql`update catalog_resource set headings = ${headingsOf(structure)} where id = ${resourceId}`.execute(db);
  await catalogTables(db).deleteFrom('catalog_field').where('resource_id', '=', resourceId).execute();
  if (structure.fields.length === 0) return;
  await sql`insert into catalog_field (resource_id, position, name, title, type, format, unit, purpose, required,
      identifier, sensitivity, geometry, source_column, allowed, examples, code_list, shared_field, reference, kind)
    select ${resourceId}::uuid, given.ordinality, given.field ->> 'name', given.field ->> 'title', given.field ->> 'type',
      given.field ->> 'format', given.field ->> 'unit', given.field ->> 'purpose', (given.field ->> 'required')::boolean,
      (given.field ->> 'identifier')::boolean, given.field ->> 'sensitivity', given.field ->> 'geometry',
      (given.field ->> 'sourceColumn')::integer, given.field -> 'allowed', given.field -> 'examples',
      (given.field ->> 'codeList')::uuid, (given.field ->> 'sharedField')::uuid, given.field -> 'reference',
      given.field ->> 'kind'
    from jsonb_array_elements(${JSON.stringify(structure.fields)}::jsonb) with ordinality as given (field, ordinality)`.execute(
    db,
  );
}
