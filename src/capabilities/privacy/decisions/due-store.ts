import { sql } from 'kysely';
import type { Day } from '../../../kernel/dates.ts';
import type { Database } from '../../../platform/context.ts';
import type { Question } from '../../../platform/database/ask-together.ts';
import { type DeedReach, withinReach } from '../../accounts/index.ts';

/** Decisions of a dataset whose day of review has come: on its columns, or the one on its security. */
export interface DueReview {
  readonly datasetId: string;
  readonly unitId: string | null;
  /** The earliest of their days. */
  readonly reviewOn: Day;
  /** None for the decision on security. */
  readonly columns: readonly string[];
  readonly security: boolean;
}

const DUE = (today: Day) => sql`(
  select dataset_id, unit_id, review_on, column_title, false as security, reminded_on from privacy_decision
    where state = 'made' and review_on <= ${today}
  union all
  select dataset_id, unit_id, review_on, null, true, reminded_on from privacy_security_decision
    where state = 'made' and review_on <= ${today}) as due`;

const DATASETS = (today: Day) => sql`
  select dataset_id as "datasetId", unit_id as "unitId", min(review_on)::text as "reviewOn", security,
    coalesce(array_agg(column_title order by column_title) filter (where column_title is not null), '{}') as columns
  from ${DUE(today)}`;
const BY_DATASET = sql`group by dataset_id, unit_id, security order by min(review_on), dataset_id, security`;

/** Datasets within reach with decisions to look at again, the longest due first; to be asked with other questions. */
export function dueWithin(reach: DeedReach, today: Day, most: number): Question<readonly DueReview[]> {
  return {
    query: sql`${DATASETS(today)} where ${withinReach(reach)} ${BY_DATASET} limit ${most}`,
    read: (rows: readonly DueReview[]) => rows,
  };
}

/** All of them of which nobody was told yet. */
export async function selectUntold(db: Database, today: Day): Promise<readonly DueReview[]> {
  const { rows } = await sql<DueReview>`${DATASETS(today)} where reminded_on is null ${BY_DATASET} limit 500`.execute(
    db,
  );
  return rows;
}

/** Decisions of a dataset are of another unit from now on, those undone too. */
export async function updateUnitOfDecisions(db: Database, datasetId: string, unitId: string): Promise<void> {
  for (const table of ['privacy_decision', 'privacy_security_decision'])
    await sql`update ${sql.table(table)} set unit_id = ${unitId} where dataset_id = ${datasetId}`.execute(db);
}

/** Until their day of review moves nobody is told of these again. */
export async function markTold(db: Database, { datasetId, security }: DueReview, today: Day): Promise<void> {
  const table = sql.table(security ? 'privacy_security_decision' : 'privacy_decision');
  await sql`update ${table} set reminded_on = ${today}
    where dataset_id = ${datasetId} and state = 'made' and review_on <= ${today}`.execute(db);
}
