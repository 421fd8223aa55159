import { type Kysely, sql } from 'kysely';

/** What people said of files that are published as they are: one row a statement, bound to the bytes of the file; none is ever changed but for its state. */
export async function up(db: Kysely<Record<never, never>>): Promise<void> {
  await sql`create table privacy_statement (
    id uuid primary key,
    dataset_id uuid not null,
    resource_id uuid not null,
    -- SHA-256 of the file it was said of
    sha256 text not null,
    -- none: a person looked and saw no personal data; kept: there are, and they are published on a ground
    says text not null,
    ground_code text,
    act jsonb,
    reason text not null,
    state text not null,
    stated_by text not null,
    stated_at timestamptz not null,
    undone_by text,
    undone_at timestamptz
  )`.execute(db);
  await sql`create unique index privacy_statement_stands on privacy_statement (resource_id, sha256) where state = 'made'`.execute(
    db,
  );
  await sql`create index privacy_statement_dataset on privacy_statement (dataset_id)`.execute(db);
}
