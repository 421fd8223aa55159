import { type Kysely, sql } from 'kysely';

/**
 * Evidence (governance G0.5): facts that happened and what they prove, each once, as it was then. Written by a job that reads the history; `mark` is
 * how far it has read, and by which table of kinds: with another table it reads all anew and adds what is missing.
 */
export async function up(db: Kysely<Record<never, never>>): Promise<void> {
  await sql`create table evidence_fact (
    id uuid primary key,
    kind text not null,
    fact_id text not null,
    title text not null,
    day date not null,
    subject_kind text not null,
    subject_id text not null,
    unit_id uuid,
    done_by text not null,
    snapshot jsonb not null,
    address text,
    public boolean not null,
    proves text[] not null,
    taken_back_at timestamptz,
    taken_back_by uuid unique,
    gathered_at timestamptz not null,
    unique (kind, fact_id)
  )`.execute(db);
  await sql`create index evidence_fact_day on evidence_fact (day desc, id desc)`.execute(db);
  await sql`create index evidence_fact_proves on evidence_fact using gin (proves)`.execute(db);
  await sql`create index evidence_fact_subject on evidence_fact (subject_id, kind)`.execute(db);
  await sql`create table evidence_mark (
    one boolean primary key default true check (one),
    position bigint not null,
    kinds text not null
  )`.execute(db);
  await sql`insert into evidence_mark (position, kinds) values (0, '')`.execute(db);
}
