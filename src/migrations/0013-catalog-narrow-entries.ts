import { type Kysely, sql } from 'kysely';

/**
 * The words of a card stand apart from its row. An index finds the rows of a common word, then each is read for its facets: rows without their
 * words are a tenth as wide, so a search that finds half of the catalog reads a tenth of the pages.
 */
export async function up(db: Kysely<Record<never, never>>): Promise<void> {
  for (const [table, words] of [
    ['catalog_entry', 'search'],
    ['catalog_head', 'head'],
  ] as const) {
    await sql`alter table ${sql.table(table)} alter column ${sql.ref(words)} set storage external,
      set (toast_tuple_target = 128)`.execute(db);
    await sql`update ${sql.table(table)} set ${sql.ref(words)} = ${sql.ref(words)}`.execute(db);
  }
}
