import { type Kysely, sql } from 'kysely';

/** Deeds done to many datasets at once: what each was before and after, so that the whole deed can be undone. */
export async function up(db: Kysely<Record<never, never>>): Promise<void> {
  await sql`create table coordination_deed (
    id uuid primary key,
    kind text not null check (kind in ('frequency', 'assignment', 'reminder', 'approval')),
    done_by uuid,
    done_by_name text not null,
    done_at timestamptz not null,
    items jsonb not null,
    left_alone jsonb not null,
    undone_at timestamptz
  )`.execute(db);
  await sql`create index coordination_deed_newest on coordination_deed (done_at desc)`.execute(db);
}
