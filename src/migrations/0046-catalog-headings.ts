import { type Kysely, sql } from 'kysely';

/** Names and titles of a table's fields as one text beside the resource: structures of thousands of datasets are compared at a look. */
export async function up(db: Kysely<Record<never, never>>): Promise<void> {
  await sql`alter table catalog_resource add column headings text`.execute(db);
  await sql`update catalog_resource set headings = (
    select string_agg(field.name || chr(31) || field.title, chr(30) order by field.position)
    from catalog_field field where field.resource_id = catalog_resource.id)`.execute(db);
}
