import { sql } from 'kysely';
import type { Database } from '../../platform/context.ts';

/** A question that found nothing, and how often it was asked. */
export interface MissedQuestion {
  readonly question: string;
  readonly times: number;
  readonly lastAt: Date;
}

/** So many are kept: a robot that asks nonsense must not fill the disk. The rarest and oldest go first. */
const MOST = 2000;

/** Counts a question that found nothing; the rarest are forgotten when there are too many. It is kept without who asked. */
export async function addMissed(db: Database, question: string, now: Date): Promise<void> {
  const { rows } = await sql<{
    new: boolean;
  }>`insert into catalog_missed as known (question, times, last_at) values (${question}, 1, ${now})
    on conflict (question) do update set times = known.times + 1, last_at = excluded.last_at
    returning times = 1 as new`.execute(db);
  if (!rows[0]?.new) return;
  await sql`delete from catalog_missed where question in (
    select question from catalog_missed order by times desc, last_at desc offset ${MOST})`.execute(db);
}

/** Questions that found nothing, the most frequent first. */
export async function selectMissed(db: Database, limit: number): Promise<MissedQuestion[]> {
  const { rows } = await sql<MissedQuestion>`
    select question, times, last_at as "lastAt" from catalog_missed order by times desc, last_at desc limit ${limit}`.execute(
    db,
  );
  return rows;
}

export async function deleteMissed(db: Database, question: string): Promise<void> {
  await sql`delete from catalog_missed where question = ${question}`.execute(db);
}
