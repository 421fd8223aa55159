import { type Kysely, sql } from 'kysely';

/** Columns whose values are asked of no table for a time: rows, groups, points and downloads leave them out while they stand here. */
export async function up(db: Kysely<Record<never, never>>): Promise<void> {
  await sql`create table tables_hidden_column (
    resource_id uuid not null,
    name text not null,
    primary key (resource_id, name)
  )`.execute(db);
}
