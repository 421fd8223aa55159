import { sql } from 'kysely';
import type { Day } from '../../../kernel/dates.ts';
import type { Language } from '../../../kernel/text.ts';
import type { Database } from '../../../platform/context.ts';
import type { Question } from '../../../platform/database/ask-together.ts';
import { type DeedReach, withinReach } from '../../accounts/index.ts';
import type { Report, Verdict } from './report.ts';

interface ReportRow {
  readonly id: string;
  readonly dataset_id: string;
  readonly unit_id: string;
  readonly resource_id: string | null;
  readonly column_name: string;
  readonly place: string;
  readonly words: string;
  readonly email: string;
  readonly language: Language;
  readonly confirmed_at: Date | null;
  readonly due_on: Day;
  readonly created_at: Date;
  readonly verdict: Verdict | null;
  readonly answer: string;
  readonly answered_by: string;
  readonly answered_at: Date | null;
}

const COLUMNS = sql`id, dataset_id, unit_id, resource_id, column_name, place, words, email, language, confirmed_at,
  due_on::text as due_on, created_at, verdict, answer, answered_by, answered_at`;

function reportOf(row: ReportRow): Report {
  return {
    ...{ id: row.id, datasetId: row.dataset_id, unitId: row.unit_id, resourceId: row.resource_id },
    ...{ columnName: row.column_name, place: row.place, words: row.words, email: row.email, language: row.language },
    ...{ confirmedAt: row.confirmed_at, dueOn: row.due_on, createdAt: row.created_at, verdict: row.verdict },
    ...{ answer: row.answer, answeredBy: row.answered_by, answeredAt: row.answered_at },
  };
}

/** `confirmHash`: of the key in the letter the author confirms the address by; null: no address was given. */
export async function insertReport(db: Database, report: Report, confirmHash: string | null): Promise<void> {
  await sql`insert into exposure_report (id, dataset_id, unit_id, resource_id, column_name, place, words, email, language,
      confirm_hash, due_on, created_at)
    values (${report.id}, ${report.datasetId}, ${report.unitId}, ${report.resourceId}, ${report.columnName}, ${report.place},
      ${report.words}, ${report.email}, ${report.language}, ${confirmHash}, ${report.dueOn}, ${report.createdAt})`.execute(
    db,
  );
}

/** @param lock nobody else changes it until the transaction ends */
export async function selectReport(
  db: Database,
  by: { readonly id: string } | { readonly confirmHash: string },
  lock?: 'lock',
): Promise<Report | null> {
  const which = 'id' in by ? sql`id = ${by.id}` : sql`confirm_hash = ${by.confirmHash}`;
  const { rows } = await sql<ReportRow>`select ${COLUMNS} from exposure_report where ${which}
    ${lock ? sql`for update` : sql``}`.execute(db);
  return rows[0] ? reportOf(rows[0]) : null;
}

/** The first time counts. */
export async function updateConfirmed(db: Database, id: string, at: Date): Promise<void> {
  await sql`update exposure_report set confirmed_at = ${at} where id = ${id} and confirmed_at is null`.execute(db);
}

/** In place of the answer before it. */
export async function updateAnswer(
  db: Database,
  { id, verdict, answer, answeredBy, answeredAt }: Report,
): Promise<void> {
  await sql`update exposure_report set verdict = ${verdict}, answer = ${answer}, answered_by = ${answeredBy},
    answered_at = ${answeredAt} where id = ${id}`.execute(db);
}

/** Of the reach: what waits for an answer first, by its term, then the newest. */
export async function selectReports(db: Database, reach: DeedReach, most: number): Promise<Report[]> {
  const { rows } = await sql<ReportRow>`select ${COLUMNS} from exposure_report where ${withinReach(reach)}
    order by answered_at is not null, case when answered_at is null then exposure_report.due_on end, created_at desc
    limit ${most}`.execute(db);
  return rows.map(reportOf);
}

/** A report that waits for an answer, without its words. */
export type OpenReport = Pick<Report, 'id' | 'datasetId' | 'dueOn' | 'createdAt'>;

/** Within reach, by term; to be asked with other questions. */
export function openWithin(reach: DeedReach, most: number): Question<readonly OpenReport[]> {
  return {
    query: sql`select id, dataset_id as "datasetId", due_on::text as "dueOn", created_at as "createdAt" from exposure_report
      where answered_at is null and ${withinReach(reach)} order by exposure_report.due_on, created_at limit ${most}`,
    read: (rows: readonly OpenReport[]) => rows.map((one) => ({ ...one, createdAt: new Date(one.createdAt) })),
  };
}

/** Open reports whose term is over on this day. */
export async function selectOverdue(db: Database, today: Day): Promise<Report[]> {
  const { rows } = await sql<ReportRow>`select ${COLUMNS} from exposure_report
    where answered_at is null and exposure_report.due_on < ${today} order by exposure_report.due_on`.execute(db);
  return rows.map(reportOf);
}

/** Different addresses whose reports of this column were confirmed (after `since`) and are not answered yet. */
export async function countReporters(
  db: Database,
  { resourceId, columnName }: { readonly resourceId: string; readonly columnName: string },
  since: Date | null,
): Promise<number> {
  const { rows } = await sql<{ n: string }>`select count(distinct lower(email)) as n from exposure_report
    where resource_id = ${resourceId} and column_name = ${columnName} and column_name <> '' and confirmed_at > coalesce(${since}::timestamptz, '-infinity')
      and answered_at is null`.execute(db);
  return Number(rows[0]?.n ?? 0);
}

/** Contacts of reports answered before this instant are forgotten; gives how many. */
export async function forgetReporters(db: Database, before: Date): Promise<number> {
  const { numAffectedRows } =
    await sql`update exposure_report set email = '', words = '', place = '', confirm_hash = null
    where answered_at < ${before} and (email <> '' or words <> '' or place <> '')`.execute(db);
  return Number(numAffectedRows ?? 0);
}
