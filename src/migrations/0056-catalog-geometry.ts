import { type Kysely, sql } from 'kysely';

/** A field may be the whole place of a row: lines and areas of a map. */
export async function up(db: Kysely<Record<never, never>>): Promise<void> {
  await sql`alter table catalog_field drop constraint catalog_field_geometry_check`.execute(db);
  await sql`alter table catalog_field add constraint catalog_field_geometry_check
    check (geometry in ('latitude', 'longitude', 'shape'))`.execute(db);
}
