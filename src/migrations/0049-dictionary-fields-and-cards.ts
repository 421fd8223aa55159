import { type Kysely, sql } from 'kysely';

/** Shared fields, references of columns to other tables, technical cards of datasets, code lists that are published as datasets. */
export async function up(db: Kysely<Record<never, never>>): Promise<void> {
  await sql`alter table catalog_resource drop column if exists refs`.execute(db);
  await sql`alter table catalog_field add reference jsonb`.execute(db);
  await sql`create table dictionary_field (
    id uuid primary key,
    name text not null unique,
    title text not null,
    type text not null,
    format text not null,
    unit text not null,
    kind text,
    code_list uuid,
    purpose text not null,
    made_at timestamptz not null,
    changed_at timestamptz not null
  )`.execute(db);
  await sql`create table dictionary_card (
    dataset_id uuid primary key,
    content jsonb not null,
    note text not null,
    approved_by text not null,
    approved_at timestamptz not null,
    -- told once that the dataset differs from the card
    told text,
    previous jsonb
  )`.execute(db);
  await sql`create table dictionary_published_list (
    list_id uuid primary key,
    dataset_id uuid not null unique,
    resource_id uuid not null,
    person_id uuid not null,
    reading_id uuid,
    step text not null,
    trouble jsonb,
    version integer not null
  )`.execute(db);
}
