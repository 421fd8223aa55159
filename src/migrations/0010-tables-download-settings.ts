import { type Kysely, sql } from 'kysely';

/** How the files of tables are made: decimal sign of plain CSV, and whether Parquet is given. One row. */
export async function up(db: Kysely<Record<never, never>>): Promise<void> {
  await sql`create table tables_setting (
    one boolean primary key default true check (one),
    decimal_sign text not null default 'dot' check (decimal_sign in ('dot', 'comma')),
    parquet boolean not null default true
  )`.execute(db);
  await sql`insert into tables_setting default values`.execute(db);
}
