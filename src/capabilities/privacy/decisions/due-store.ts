import { sql } from 'kysely';
import type { Day } from '../../../kernel/dates.ts';
import type { Database } from '../../../platform/context.ts';
import type { Question } from '../../../platform/database/ask-together.ts';
import { type DeedReach, withinReach } from '../../accounts/index.ts';

/** Decisions of a dataset whose day of review has come. */
export interface DueReview {
  readonly datasetId: string;
  readonly unitId: string | null;
  /** The earliest of their days. */
  readonly reviewOn: Day;
  readonly columns: readonly string[];
}

const DUE = (today: Day) => sql`
  select dataset_id as "datasetId", unit_id as "unitId", min(review_on)::text as "reviewOn", array_agg(column_title order by column_title) as columns
  from privacy_decision where state = 'made' and review_on <= ${today}`;

/** Datasets within reach with decisions to look at again, the longest due first; to be asked with other questions. */
export function dueWithin(reach: DeedReach, today: Day, most: number): Question<readonly DueReview[]> {
  return {
    query: sql`${DUE(today)} and ${withinReach(reach)} group by dataset_id, unit_id order by min(review_on), dataset_id limit ${most}`,
    read: (rows: readonly DueReview[]) => rows,
  };
}

/** All of them of which nobody was told yet. */
export async function selectUntold(db: Database, today: Day): Promise<readonly DueReview[]> {
  const { rows } = await sql<DueReview>`${DUE(today)} and reminded_on is null group by dataset_id, unit_id
    order by min(review_on), dataset_id limit 500`.execute(db);
  return rows;
}

/** Until their day of review moves nobody is told of these again. */
export async function markTold(db: Database, datasetId: string, today: Day): Promise<void> {
  await sql`update privacy_decision set reminded_on = ${today}
    where dataset_id = ${datasetId} and state = 'made' and review_on <= ${today}`.execute(db);
}
