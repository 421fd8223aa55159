import { sql } from 'kysely';
import type { Database } from '../../platform/context.ts';
import { tables } from './review-tables.ts';
import type { ReviewSettings } from './settings.ts';

/** The settings; their one row is made by the migration. */
export async function selectSettings(db: Database): Promise<ReviewSettings> {
  const row = await tables(db)
    .selectFrom('review_settings')
    .selectAll()
    .select(sql<string[]>`array(select unit_id::text from review_trusted order by unit_id)`.as('trusted'))
    .executeTakeFirstOrThrow();
  return {
    twoPerson: row.two_person,
    reviewers: row.reviewers,
    termDays: row.term_days,
    routineAtOnce: row.routine_at_once,
    trustedUnitIds: row.trusted,
  };
}

export async function updateSettings(db: Database, settings: ReviewSettings): Promise<void> {
  await tables(db)
    .updateTable('review_settings')
    .set({
      two_person: settings.twoPerson,
      reviewers: settings.reviewers,
      term_days: settings.termDays,
      routine_at_once: settings.routineAtOnce,
    })
    .execute();
  await tables(db).deleteFrom('review_trusted').execute();
  const rows = settings.trustedUnitIds.map((unit_id) => ({ unit_id }));
  if (rows.length > 0) await tables(db).insertInto('review_trusted').values(rows).execute();
}
