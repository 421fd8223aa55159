import { type Kysely, sql } from 'kysely';

/** How two tables differ, kept by what was compared (tables never change): counts, and the places of the rows as an object. */
export async function up(db: Kysely<Record<never, never>>): Promise<void> {
  await sql`create table tables_comparison (
    id text primary key,
    older jsonb not null,
    newer jsonb not null,
    state text not null check (state in ('waiting', 'working', 'done', 'failed')),
    stage text not null,
    result jsonb,
    object_key text,
    used_at timestamptz not null
  )`.execute(db);
  await sql`create index tables_comparison_under_way on tables_comparison (state)
    where state in ('waiting', 'working')`.execute(db);
}
