import { type Kysely, sql } from 'kysely';

/** Datasets tied together by their passports are found from both sides; passports to copy from; passports given back as a table. */
export async function up(db: Kysely<Record<never, never>>): Promise<void> {
  await sql`create index catalog_card_related on catalog_card
    using gin ((card -> 'passport' -> 'related') jsonb_path_ops)`.execute(db);
  await sql`create table catalog_template (
    id uuid primary key,
    name text not null unique,
    passport jsonb not null,
    made_at timestamptz not null
  )`.execute(db);
  // rows as they were given, until they are applied; then what they replaced, until it is taken back
  await sql`create table catalog_sheet (
    id uuid primary key,
    file_name text not null,
    made_by text not null,
    made_at timestamptz not null,
    rows jsonb not null,
    applied_at timestamptz,
    replaced jsonb
  )`.execute(db);
}
