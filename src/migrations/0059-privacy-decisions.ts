import { type Kysely, sql } from 'kysely';

/** Decisions on personal data: one row a decision, none is ever changed but for its state; no value of a cell stands here. */
export async function up(db: Kysely<Record<never, never>>): Promise<void> {
  await sql`create table privacy_decision (
    id uuid primary key,
    dataset_id uuid not null,
    resource_id uuid not null,
    -- the unit it was made for: what it remembers for the files of others
    unit_id uuid,
    column_title text not null,
    -- the title as titles are compared
    column_fold text not null,
    codes text[] not null,
    way text not null,
    step jsonb,
    condition text,
    ground_code text,
    act jsonb,
    reason text not null,
    restriction text,
    three_part jsonb,
    review_on date,
    reminded_on date,
    state text not null,
    decided_by text not null,
    decided_by_id text,
    decided_at timestamptz not null,
    undone_by text,
    undone_at timestamptz,
    -- the decision on the same column it took the place of, in force again when this one is undone
    replaces uuid,
    signs_then jsonb not null
  )`.execute(db);
  await sql`create index privacy_decision_dataset on privacy_decision (dataset_id)`.execute(db);
  await sql`create index privacy_decision_unit on privacy_decision (unit_id, column_fold)`.execute(db);
  await sql`create unique index privacy_decision_column on privacy_decision (resource_id, column_title)
    where state <> 'undone'`.execute(db);
}
