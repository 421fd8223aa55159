import { type Kysely, sql } from 'kysely';

/** Facets are counted by numbers that stand for a combination's themes and formats: comparing lists of words for each took half of a search. */
export async function up(db: Kysely<Record<never, never>>): Promise<void> {
  await sql`alter table catalog_combination
    add column themes_hash bigint not null generated always as (hash_array_extended(themes, 0)) stored,
    add column formats_hash bigint not null generated always as (hash_array_extended(formats, 0)) stored`.execute(db);
}
