import { type Kysely, sql } from 'kysely';

/** Security decisions on datasets that ask for one in time of war: one row a decision, none is ever changed but for its state. */
export async function up(db: Kysely<Record<never, never>>): Promise<void> {
  await sql`create table privacy_security_decision (
    id uuid primary key,
    dataset_id uuid not null,
    -- what asked for it: codes of the list of risks with titles of columns
    flags jsonb not null,
    way text not null,
    columns jsonb not null,
    reason text not null,
    agreed_with text not null,
    order_words text not null,
    review_on date,
    state text not null,
    decided_by text not null,
    decided_at timestamptz not null,
    undone_by text,
    undone_at timestamptz
  )`.execute(db);
  await sql`create unique index privacy_security_decision_stands on privacy_security_decision (dataset_id)
    where state = 'made'`.execute(db);
  await sql`create index privacy_security_decision_dataset on privacy_security_decision (dataset_id)`.execute(db);
}
