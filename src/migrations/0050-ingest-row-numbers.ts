import { type Kysely, sql } from 'kysely';

/** Numbers given to rows: those of a file that is on its way, and all that a resource has ever published. */
export async function up(db: Kysely<Record<never, never>>): Promise<void> {
  await sql`alter table ingest_reading add numbers jsonb`.execute(db);
  await sql`create table ingest_row_numbers (
    resource_id uuid primary key,
    memory text not null,
    -- of the version before: its file is thrown away one version later, so that no failed publication loses the present one
    before text,
    next bigint not null,
    titles jsonb not null
  )`.execute(db);
}
