import { type Kysely, sql } from 'kysely';

/** The published title beside the card: lists of thousands must not open every card, and must not show words of a draft. */
export async function up(db: Kysely<Record<never, never>>): Promise<void> {
  await sql`alter table catalog_card
    add column title text generated always as (card #>> '{passport,title}') stored`.execute(db);
}
