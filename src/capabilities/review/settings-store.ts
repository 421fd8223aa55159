import { sql } from 'kysely';
import type { Database } from '../../platform/context.ts';
import { tables } from './review-tables.ts';
import type { ReviewSettings } from './settings.ts';

/** The row of `review_settings` with the trusted units: JSON of `ReviewSettings`. */
export const SETTINGS_AS_JSON = sql<ReviewSettings>`json_build_object('twoPerson', review_settings.two_person,
  'reviewers', review_settings.reviewers, 'termDays', review_settings.term_days, 'routineAtOnce', review_settings.routine_at_once,
  'trustedUnitIds', array(select unit_id::text from review_trusted order by unit_id))`;

/** The settings; their one row is made by the migration. */
export async function selectSettings(db: Database): Promise<ReviewSettings> {
  const { settings } = await tables(db)
    .selectFrom('review_settings')
    .select(SETTINGS_AS_JSON.as('settings'))
    .executeTakeFirstOrThrow();
  return settings;
}

/** Units that are trusted are written anew. */
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
