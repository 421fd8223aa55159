import { sql } from 'kysely';
import type { Day } from '../../../kernel/dates.ts';
import type { Database } from '../../../platform/context.ts';
import type { Question } from '../../../platform/database/ask-together.ts';
import type { Decision } from './decision.ts';

/** A decision with what only its own deeds need. */
export interface StoredDecision extends Decision {
  readonly unitId: string | null;
  readonly columnFold: string;
  readonly decidedById: string | null;
  /** The decision on the same column it took the place of. */
  readonly replaces: string | null;
}

export interface DecisionRow {
  readonly id: string;
  readonly dataset_id: string;
  readonly resource_id: string;
  readonly unit_id: string | null;
  readonly column_title: string;
  readonly column_fold: string;
  readonly codes: Decision['codes'];
  readonly way: Decision['way'];
  readonly step: Decision['step'];
  readonly condition: Decision['condition'];
  readonly ground_code: string | null;
  readonly act: Decision['act'];
  readonly reason: string;
  readonly restriction: Decision['restriction'];
  readonly three_part: Decision['threePart'];
  readonly review_on: Day | null;
  readonly state: Decision['state'];
  readonly decided_by: string;
  readonly decided_by_id: string | null;
  readonly decided_at: Date;
  readonly replaces: string | null;
  readonly signs_then: Decision['signsThen'];
}

/** Days as text: a driver's own dates would move with the time zone. */
export const DECISION_FIELDS = sql`id, dataset_id, resource_id, unit_id, column_title, column_fold, codes, way, step, condition, ground_code, act, reason,
  restriction, three_part, review_on::text as review_on, state, decided_by, decided_by_id, decided_at, replaces, signs_then`;

export const decisionOf = (row: DecisionRow): StoredDecision => ({
  id: row.id,
  datasetId: row.dataset_id,
  resourceId: row.resource_id,
  unitId: row.unit_id,
  columnTitle: row.column_title,
  columnFold: row.column_fold,
  codes: row.codes,
  way: row.way,
  step: row.step,
  condition: row.condition,
  groundCode: row.ground_code,
  act: row.act,
  reason: row.reason,
  restriction: row.restriction,
  threePart: row.three_part,
  reviewOn: row.review_on,
  state: row.state,
  decidedBy: row.decided_by,
  decidedById: row.decided_by_id,
  decidedAt: new Date(row.decided_at),
  replaces: row.replaces,
  signsThen: row.signs_then,
});

/** Decisions of a dataset that stand or wait, in the order they were made; to be asked with other questions. */
export function decisionsQuestion(datasetId: string): Question<StoredDecision[]> {
  const query = sql<DecisionRow>`select ${DECISION_FIELDS} from privacy_decision
    where dataset_id = ${datasetId} and state <> 'undone' order by decided_at, id`;
  return { query, read: (rows: readonly DecisionRow[]) => rows.map(decisionOf) };
}

/** The same of several datasets. */
export async function selectDecisionsOfDatasets(
  db: Database,
  datasetIds: readonly string[],
): Promise<StoredDecision[]> {
  const { rows } = await sql<DecisionRow>`select ${DECISION_FIELDS} from privacy_decision
    where dataset_id = any(${[...datasetIds]}::uuid[]) and state <> 'undone' order by decided_at, id`.execute(db);
  return rows.map(decisionOf);
}

/** The same of one resource. */
export async function selectDecisionsOfResource(db: Database, resourceId: string): Promise<StoredDecision[]> {
  const { rows } = await sql<DecisionRow>`select ${DECISION_FIELDS} from privacy_decision
    where resource_id = ${resourceId} and state <> 'undone' order by decided_at, id`.execute(db);
  return rows.map(decisionOf);
}

/** One decision, whatever its state; held until the transaction ends. */
export async function lockDecision(db: Database, id: string): Promise<StoredDecision | null> {
  const { rows } =
    await sql<DecisionRow>`select ${DECISION_FIELDS} from privacy_decision where id = ${id} for update`.execute(db);
  return rows[0] ? decisionOf(rows[0]) : null;
}

export async function insertDecision(db: Database, one: StoredDecision): Promise<void> {
  const json = (value: unknown) => (value === null ? null : JSON.stringify(value));
  await sql`insert into privacy_decision (id, dataset_id, resource_id, unit_id, column_title, column_fold, codes, way, step, condition,
    ground_code, act, reason, restriction, three_part, review_on, state, decided_by, decided_by_id, decided_at, replaces, signs_then)
    values (${one.id}, ${one.datasetId}, ${one.resourceId}, ${one.unitId}, ${one.columnTitle}, ${one.columnFold},
    ${[...one.codes]}::text[], ${one.way}, ${json(one.step)}::jsonb, ${one.condition}, ${one.groundCode}, ${json(one.act)}::jsonb,
    ${one.reason}, ${one.restriction}, ${json(one.threePart)}::jsonb, ${one.reviewOn}, ${one.state}, ${one.decidedBy},
    ${one.decidedById}, ${one.decidedAt}, ${one.replaces}, ${JSON.stringify(one.signsThen)}::jsonb)`.execute(db);
}

/** A decision is over: taken back, or another took its place. */
export async function endDecision(db: Database, id: string, by: string, at: Date): Promise<void> {
  await sql`update privacy_decision set state = 'undone', undone_by = ${by}, undone_at = ${at} where id = ${id}`.execute(
    db,
  );
}

/** A decision counts (again). */
export async function makeDecisionCount(db: Database, id: string): Promise<void> {
  await sql`update privacy_decision set state = 'made', undone_by = null, undone_at = null where id = ${id}`.execute(
    db,
  );
}

/** Confirmed by somebody who may: from now on it is theirs. */
export async function confirmDecision(
  db: Database,
  id: string,
  by: { readonly name: string; readonly personId: string | null; readonly at: Date },
): Promise<void> {
  await sql`update privacy_decision set state = 'made', decided_by = ${by.name}, decided_by_id = ${by.personId},
    decided_at = ${by.at} where id = ${id}`.execute(db);
}

/** The newest decisions of a unit on columns of these titles, by the folded title. */
export async function selectRemembered(
  db: Database,
  unitId: string,
  folds: readonly string[],
): Promise<StoredDecision[]> {
  if (folds.length === 0) return [];
  const { rows } =
    await sql<DecisionRow>`select distinct on (column_fold, codes) ${DECISION_FIELDS} from privacy_decision
    where unit_id = ${unitId} and column_fold = any(${[...folds]}::text[]) and state = 'made'
    order by column_fold, codes, decided_at desc`.execute(db);
  return rows.map(decisionOf);
}

/** Somebody else is asked about it: it counts no more until they confirm it. */
export async function makeDecisionWait(db: Database, id: string): Promise<void> {
  await sql`update privacy_decision set state = 'waiting' where id = ${id}`.execute(db);
}

/** One decision, whatever its state. */
export async function selectDecision(db: Database, id: string): Promise<StoredDecision | null> {
  const { rows } = await sql<DecisionRow>`select ${DECISION_FIELDS} from privacy_decision where id = ${id}`.execute(db);
  return rows[0] ? decisionOf(rows[0]) : null;
}
