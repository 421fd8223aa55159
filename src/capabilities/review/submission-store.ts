import { type SqlBool, sql } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import type { Page } from '../../kernel/paging.ts';
import type { Database } from '../../platform/context.ts';
import { type DeedReach, withinReach } from '../accounts/index.ts';
import type { ChecklistItem } from './checklist-rules.ts';
import { isReturnReason } from './reasons.ts';
import { tables } from './review-tables.ts';
import type { PersonalData, Submission, SubmissionKind, SubmissionState } from './submission.ts';

export interface SubmissionRow {
  readonly id: string;
  readonly dataset_id: string;
  readonly unit_id: string;
  readonly title: string;
  readonly kind: SubmissionKind;
  readonly state: SubmissionState;
  readonly stamp: string;
  readonly against: number | null;
  readonly checklist: unknown;
  readonly personal_data: PersonalData;
  readonly note: string;
  readonly submitted_by: unknown;
  readonly submitted_at: Date;
  readonly due_on: string;
  readonly decided_by: unknown;
  readonly decided_at: Date | null;
  readonly reasons: string[];
  readonly words: string;
  readonly self_check: boolean;
  readonly publish_at: Date | null;
  readonly wanted_at: Date | null;
  readonly failure: unknown;
  readonly version_number: number | null;
}

export const COLUMNS = sql`id, dataset_id, unit_id, title, kind, state, stamp, against, checklist, personal_data, note, submitted_by,
  submitted_at, due_on::text as due_on, decided_by, decided_at, reasons, words, self_check, publish_at, wanted_at, failure,
  version_number`;

/** A row as the submission it keeps. */
export function submissionOf(row: SubmissionRow): Submission {
  return {
    id: row.id,
    datasetId: row.dataset_id,
    unitId: row.unit_id,
    title: row.title,
    kind: row.kind,
    state: row.state,
    stamp: row.stamp,
    against: row.against,
    checklist: row.checklist as ChecklistItem[],
    personalData: row.personal_data,
    note: row.note,
    submittedBy: row.submitted_by as Actor,
    submittedAt: row.submitted_at,
    dueOn: row.due_on,
    decidedBy: row.decided_by as Actor | null,
    decidedAt: row.decided_at,
    reasons: row.reasons.filter(isReturnReason),
    words: row.words,
    selfCheck: row.self_check,
    publishAt: row.publish_at,
    wantedAt: row.wanted_at,
    failure: row.failure as Submission['failure'],
    versionNumber: row.version_number,
  };
}

const json = (value: unknown) => (value === null ? null : JSON.stringify(value));

/** What waits goes with its dataset to another unit; what was decided stays with the unit it was decided for. */
export async function updateUnitOfWaiting(db: Database, datasetId: string, unitId: string): Promise<void> {
  await tables(db)
    .updateTable('review_submission')
    .set({ unit_id: unitId })
    .where('dataset_id', '=', datasetId)
    .where('state', 'in', ['waiting', 'returned', 'approved'])
    .execute();
}

export async function insertSubmission(db: Database, submission: Submission): Promise<void> {
  await tables(db)
    .insertInto('review_submission')
    .values({
      id: submission.id,
      dataset_id: submission.datasetId,
      unit_id: submission.unitId,
      title: submission.title,
      kind: submission.kind,
      state: submission.state,
      stamp: submission.stamp,
      against: submission.against,
      checklist: JSON.stringify(submission.checklist),
      personal_data: submission.personalData,
      note: submission.note,
      submitted_by: JSON.stringify(submission.submittedBy),
      submitted_at: submission.submittedAt,
      due_on: submission.dueOn,
      decided_by: json(submission.decidedBy),
      decided_at: submission.decidedAt,
      reasons: [...submission.reasons],
      words: submission.words,
      self_check: submission.selfCheck,
      publish_at: submission.publishAt,
      wanted_at: submission.wantedAt,
      failure: json(submission.failure),
      version_number: submission.versionNumber,
    })
    .execute();
}

/** Writes where a submission went. */
export async function updateSubmission(db: Database, submission: Submission): Promise<void> {
  await tables(db)
    .updateTable('review_submission')
    .set({
      state: submission.state,
      decided_by: json(submission.decidedBy),
      decided_at: submission.decidedAt,
      reasons: [...submission.reasons],
      words: submission.words,
      self_check: submission.selfCheck,
      publish_at: submission.publishAt,
      failure: json(submission.failure),
      version_number: submission.versionNumber,
    })
    .where('id', '=', submission.id)
    .execute();
}

async function one(db: Database, where: ReturnType<typeof sql<SqlBool>>, lock = false): Promise<Submission | null> {
  const { rows } = await sql<SubmissionRow>`select ${COLUMNS} from review_submission where ${where}
    order by submitted_at desc limit 1 ${lock ? sql`for update` : sql``}`.execute(db);
  return rows[0] ? submissionOf(rows[0]) : null;
}

/** Nobody else decides on it until the transaction ends. */
export function lockSubmission(db: Database, id: string): Promise<Submission | null> {
  return one(db, sql<SqlBool>`id = ${id}`, true);
}

/** What waits for a decision or for its publication before anything is published, locked. */
export function lockOpenOf(db: Database, datasetId: string): Promise<Submission | null> {
  const open = sql<SqlBool>`dataset_id = ${datasetId} and kind = 'before' and state in ('waiting', 'approved')`;
  return one(db, open, true);
}

/** A newest submission that was returned waits for nobody once its dataset is published without coming again; older ones keep what became of them. */
export async function closeReturned(db: Database, datasetId: string, versionNumber: number): Promise<void> {
  await tables(db)
    .updateTable('review_submission')
    .set({ state: 'closed', version_number: versionNumber })
    .where(
      sql<SqlBool>`id = (select id from review_submission where dataset_id = ${datasetId} order by submitted_at desc limit 1)`,
    )
    .where('kind', '=', 'before')
    .where('state', '=', 'returned')
    .execute();
}

/** The newest submission of a dataset. */
export function selectNewestOf(db: Database, datasetId: string): Promise<Submission | null> {
  return one(db, sql<SqlBool>`dataset_id = ${datasetId}`);
}

/** The approval of exactly this draft, not published yet; a publication somebody planned without a review is none. */
export function selectApproved(db: Database, datasetId: string, stamp: string): Promise<Submission | null> {
  return one(
    db,
    sql<SqlBool>`dataset_id = ${datasetId} and state = 'approved' and stamp = ${stamp} and decided_by is not null`,
  );
}

/** Newest first. */
export async function selectSubmissionsOf(db: Database, datasetId: string, most: number): Promise<Submission[]> {
  const { rows } = await sql<SubmissionRow>`select ${COLUMNS} from review_submission where dataset_id = ${datasetId}
    order by submitted_at desc limit ${most}`.execute(db);
  return rows.map(submissionOf);
}

/** The newest submission of each of these datasets. */
export async function selectNewestOfEach(db: Database, datasetIds: readonly string[]): Promise<Submission[]> {
  const { rows } = await sql<SubmissionRow>`select distinct on (dataset_id) ${COLUMNS} from review_submission
    where dataset_id = any(${[...datasetIds]}::uuid[]) order by dataset_id, submitted_at desc`.execute(db);
  return rows.map(submissionOf);
}

/** Approved ones whose instant has come, the earliest first. */
export async function selectDue(db: Database, now: Date): Promise<Submission[]> {
  const { rows } = await sql<SubmissionRow>`select ${COLUMNS} from review_submission
    where state = 'approved' and publish_at <= ${now} order by publish_at limit 100`.execute(db);
  return rows.map(submissionOf);
}

export interface WaitingQuestion {
  readonly reach: DeedReach;
  readonly unitIds: readonly string[] | null;
  /** Past its term on this day. */
  readonly lateOn: string | null;
  readonly submittedBefore: Date | null;
}

/** What waits for a decision within reach, the earliest term first. */
export async function selectWaiting(
  db: Database,
  question: WaitingQuestion,
  page: Page,
): Promise<{ items: Submission[]; total: number }> {
  const { reach, unitIds, lateOn, submittedBefore } = question;
  const all = [sql<SqlBool>`state = 'waiting'`];
  if (reach !== 'all') all.push(withinReach(reach));
  if (unitIds) all.push(sql<SqlBool>`unit_id = any(${[...unitIds]}::uuid[])`);
  if (lateOn !== null) all.push(sql<SqlBool>`due_on < ${lateOn}::date`);
  if (submittedBefore) all.push(sql<SqlBool>`submitted_at < ${submittedBefore}`);
  const { rows } = await sql<SubmissionRow & { total: number }>`select ${COLUMNS}, count(*) over () as total
    from review_submission where ${sql.join(all, sql` and `)}
    order by due_on, submitted_at, id limit ${page.size} offset ${(page.page - 1) * page.size}`.execute(db);
  return { items: rows.map(submissionOf), total: Number(rows[0]?.total ?? 0) };
}
