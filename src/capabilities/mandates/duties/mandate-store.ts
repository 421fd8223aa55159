import { type Kysely, sql } from 'kysely';
import type { Day } from '../../../kernel/dates.ts';
import type { Database } from '../../../platform/context.ts';
import { askAlone, type Question } from '../../../platform/database/ask-together.ts';
import type { Answer, DecisionKind, Mandate } from './mandate.ts';

type MandateTable = {
  line: string;
  unit_id: string;
  assigned_at: Date;
  decision: DecisionKind | null;
  reason: string;
  confirmed_by: string;
  /** `date` comes as text by the casts below. */
  confirmed_on: Day | null;
  next_review: Day | null;
  order_line: string;
};

type AnswerTable = { line: string; dataset_id: string; answers: boolean; said_at: Date; said_by: string };

type MandateTables = { mandates_mandate: MandateTable; mandates_answer: AnswerTable };

const tables = (db: Database): Kysely<MandateTables> => db.withTables<MandateTables>();

const day = (column: 'confirmed_on' | 'next_review') => sql<Day | null>`${sql.ref(column)}::text`.as(column);

function mandateOf(row: MandateTable): Mandate {
  const { line, reason } = row;
  const decided = row.decision !== null && row.next_review !== null;
  return {
    ...{ line, unitId: row.unit_id, assignedAt: row.assigned_at.toISOString() },
    decision: decided
      ? {
          ...{ kind: row.decision as DecisionKind, reason, confirmedBy: row.confirmed_by, orderLine: row.order_line },
          confirmedOn: row.confirmed_on ?? '',
          nextReview: row.next_review as Day,
        }
      : null,
  };
}

/** A mandate without when it began. */
export type Duties = Omit<Mandate, 'assignedAt'>;

/** An answer without who said so and when. */
export type Said = Pick<Answer, 'line' | 'datasetId' | 'answers'>;

/** All mandates and all answers in one statement. Those without a decision, thousands of them, come as one text an item: so they are read in a moment. */
export const dutiesQuestion: Question<{ mandates: Duties[]; answers: Said[] }> = {
  query: sql`
    select line, null as answers, string_agg(unit_id::text, ',') filter (where decision is null) as ids,
      json_agg(json_build_object('unitId', unit_id, 'decision', json_build_object('kind', decision, 'reason', reason,
        'confirmedBy', confirmed_by, 'confirmedOn', confirmed_on, 'nextReview', next_review, 'orderLine', order_line)))
        filter (where decision is not null) as decided
    from mandates_mandate group by line
    union all
    select line, answers, string_agg(dataset_id::text, ','), null from mandates_answer group by line, answers`,
  read: (rows: readonly DutiesRow[]) => ({
    mandates: rows
      .filter(({ answers }) => answers === null)
      .flatMap(({ line, ids, decided }) => [
        ...(ids?.split(',') ?? []).map((unitId) => ({ line, unitId, decision: null })),
        ...(decided ?? []).map((one) => ({ line, ...one })),
      ]),
    answers: rows.flatMap(({ line, answers, ids }) =>
      answers === null ? [] : (ids?.split(',') ?? []).map((datasetId) => ({ line, datasetId, answers })),
    ),
  }),
};

interface DutiesRow {
  readonly line: string;
  readonly answers: boolean | null;
  readonly ids: string | null;
  readonly decided: DecidedRow[] | null;
}

/** All mandates. */
export async function selectMandates(db: Database): Promise<Duties[]> {
  return (await askAlone({ db }, dutiesQuestion)).mandates;
}

type DecidedRow = Omit<Duties, 'line'>;

/** One mandate, which nobody else changes until the transaction ends. */
export async function lockMandate(db: Database, line: string, unitId: string): Promise<Mandate | null> {
  const row = await tables(db)
    .selectFrom('mandates_mandate')
    .select(['line', 'unit_id', 'assigned_at', 'decision', 'reason', 'confirmed_by', 'order_line'])
    .select([day('confirmed_on'), day('next_review')])
    .where('line', '=', line)
    .where('unit_id', '=', unitId)
    .forUpdate()
    .executeTakeFirst();
  return row ? mandateOf(row) : null;
}

/** Writes it anew, or for the first time, with what was decided on it. */
export async function putMandate(db: Database, mandate: Mandate): Promise<void> {
  const { line, unitId, decision } = mandate;
  const row = {
    ...{ line, unit_id: unitId, assigned_at: new Date(mandate.assignedAt) },
    decision: decision?.kind ?? null,
    reason: decision?.reason ?? '',
    confirmed_by: decision?.confirmedBy ?? '',
    confirmed_on: decision?.confirmedOn ?? null,
    next_review: decision?.nextReview ?? null,
    order_line: decision?.orderLine ?? '',
  };
  await tables(db)
    .insertInto('mandates_mandate')
    .values(row)
    .onConflict((conflict) => conflict.columns(['line', 'unit_id']).doUpdateSet(row))
    .execute();
}

/** What datasets answer for the item stays. */
export async function deleteMandate(db: Database, line: string, unitId: string): Promise<void> {
  await tables(db).deleteFrom('mandates_mandate').where('line', '=', line).where('unit_id', '=', unitId).execute();
}

const answerOf = ({ line, dataset_id, answers, said_at, said_by }: AnswerTable): Answer => ({
  ...{ line, datasetId: dataset_id, answers, saidAt: said_at.toISOString(), saidBy: said_by },
});

/** One answer, which nobody else changes until the transaction ends. */
export async function lockAnswer(db: Database, line: string, datasetId: string): Promise<Answer | null> {
  const row = await tables(db)
    .selectFrom('mandates_answer')
    .selectAll()
    .where('line', '=', line)
    .where('dataset_id', '=', datasetId)
    .forUpdate()
    .executeTakeFirst();
  return row ? answerOf(row) : null;
}

/** In place of what was said before of the same item and dataset. */
export async function putAnswer(db: Database, answer: Answer): Promise<void> {
  const { line, datasetId, answers, saidBy } = answer;
  const row = { line, dataset_id: datasetId, answers, said_at: new Date(answer.saidAt), said_by: saidBy };
  await tables(db)
    .insertInto('mandates_answer')
    .values(row)
    .onConflict((conflict) => conflict.columns(['line', 'dataset_id']).doUpdateSet(row))
    .execute();
}

export async function deleteAnswer(db: Database, line: string, datasetId: string): Promise<void> {
  await tables(db).deleteFrom('mandates_answer').where('line', '=', line).where('dataset_id', '=', datasetId).execute();
}
