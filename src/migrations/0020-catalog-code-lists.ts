import { type Kysely, sql } from 'kysely';

/** Code lists, and what a column's values may be: a code list, a short list of its own, examples. */
export async function up(db: Kysely<Record<never, never>>): Promise<void> {
  await sql`create table catalog_code_list (
    id uuid primary key,
    name text not null,
    slug text not null unique,
    unit_id uuid,
    shown boolean not null default false,
    made_at timestamptz not null,
    changed_at timestamptz not null
  )`.execute(db);
  // a retired code keeps its line for ever: that is how it is never used again
  await sql`create table catalog_code (
    list_id uuid not null references catalog_code_list (id),
    code text not null,
    name text not null,
    position integer not null,
    retired_on date,
    primary key (list_id, code)
  )`.execute(db);
  await sql`alter table catalog_field add allowed jsonb, add examples jsonb,
    add code_list uuid references catalog_code_list (id)`.execute(db);
}
