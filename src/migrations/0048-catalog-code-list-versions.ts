import { type Kysely, sql } from 'kysely';

/**
 * Code lists with versions, categories and parents of codes, what a list serves as, files waiting to be accepted; columns bound to shared
 * fields; references of a table to others.
 */
export async function up(db: Kysely<Record<never, never>>): Promise<void> {
  await sql`alter table catalog_code_list add serves text unique, add source text not null default '', add version integer not null default 1`.execute(
    db,
  );
  await sql`alter table catalog_code add category text, add parent text`.execute(db);
  await sql`create table catalog_code_version (
    list_id uuid not null references catalog_code_list (id),
    number integer not null,
    made_at timestamptz not null,
    made_by text not null,
    added integer not null,
    renamed integer not null,
    retired integer not null,
    codes jsonb not null,
    primary key (list_id, number)
  )`.execute(db);
  await sql`insert into catalog_code_version (list_id, number, made_at, made_by, added, renamed, retired, codes)
    select list.id, 1, list.changed_at, '', count(code.code), 0, count(code.retired_on),
      coalesce(jsonb_agg(jsonb_build_object('code', code.code, 'name', code.name, 'retiredOn', code.retired_on) order by code.position)
        filter (where code.code is not null), '[]'::jsonb)
    from catalog_code_list list left join catalog_code code on code.list_id = list.id group by list.id`.execute(db);
  await sql`create table catalog_code_proposal (
    id uuid primary key,
    list_id uuid not null references catalog_code_list (id),
    file_name text not null,
    codes jsonb not null,
    made_at timestamptz not null
  )`.execute(db);
  await sql`alter table catalog_field add shared_field uuid`.execute(db);
  await sql`alter table catalog_resource add refs jsonb`.execute(db);
}
