import { type Kysely, sql } from 'kysely';

/** Which version of a code list the public sees; whether it goes through the gate as a dataset of its own. */
export async function up(db: Kysely<Record<never, never>>): Promise<void> {
  await sql`alter table catalog_code_list add shown_version integer, add gated boolean not null default false`.execute(
    db,
  );
  await sql`update catalog_code_list set shown_version = version where shown`.execute(db);
  await sql`update catalog_code_list set gated = true where id in (select list_id from dictionary_published_list)`.execute(
    db,
  );
}
