import { sql } from 'kysely';
import type { Day } from '../../../kernel/dates.ts';
import type { Database } from '../../../platform/context.ts';
import type { Question } from '../../../platform/database/ask-together.ts';
import type { SecurityDecision } from './security-decision.ts';

interface Row {
  readonly id: string;
  readonly dataset_id: string;
  readonly flags: SecurityDecision['flags'];
  readonly way: SecurityDecision['way'];
  readonly columns: SecurityDecision['columns'];
  readonly reason: string;
  readonly agreed_with: string;
  readonly order_words: string;
  readonly review_on: Day | null;
  readonly state: SecurityDecision['state'];
  readonly decided_by: string;
  readonly decided_at: Date;
}

/** Days as text: a driver's own dates would move with the time zone. */
const FIELDS = sql`id, dataset_id, flags, way, columns, reason, agreed_with, order_words, review_on::text as review_on, state, decided_by,
  decided_at`;

const decisionOf = (row: Row): SecurityDecision => ({
  id: row.id,
  datasetId: row.dataset_id,
  flags: row.flags,
  way: row.way,
  columns: row.columns,
  reason: row.reason,
  agreedWith: row.agreed_with,
  order: row.order_words,
  reviewOn: row.review_on,
  state: row.state,
  decidedBy: row.decided_by,
  decidedAt: new Date(row.decided_at),
});

/** The security decision of a dataset that stands; to be asked with other questions. */
export function securityQuestion(datasetId: string): Question<SecurityDecision | null> {
  const query = sql<Row>`select ${FIELDS} from privacy_security_decision where dataset_id = ${datasetId} and state = 'made'`;
  return { query, read: ([row]: readonly Row[]) => (row ? decisionOf(row) : null) };
}

/** One decision, whatever its state; held until the transaction ends. */
export async function lockSecurityDecision(db: Database, id: string): Promise<SecurityDecision | null> {
  const { rows } = await sql<Row>`select ${FIELDS} from privacy_security_decision where id = ${id} for update`.execute(
    db,
  );
  return rows[0] ? decisionOf(rows[0]) : null;
}

/** @param unitId whose dataset it is: there its review is a task */
export async function insertSecurityDecision(
  db: Database,
  one: SecurityDecision,
  unitId: string | null,
): Promise<void> {
  await sql`insert into privacy_security_decision (id, dataset_id, unit_id, flags, way, columns, reason, agreed_with, order_words, review_on, state,
    decided_by, decided_at) values (${one.id}, ${one.datasetId}, ${unitId}, ${JSON.stringify(one.flags)}::jsonb, ${one.way},
    ${JSON.stringify(one.columns)}::jsonb, ${one.reason}, ${one.agreedWith}, ${one.order}, ${one.reviewOn}, ${one.state},
    ${one.decidedBy}, ${one.decidedAt})`.execute(db);
}

/** The decision is over: taken back, or another took its place. */
export async function endSecurityDecision(db: Database, id: string, by: string, at: Date): Promise<void> {
  await sql`update privacy_security_decision set state = 'undone', undone_by = ${by}, undone_at = ${at}
    where id = ${id}`.execute(db);
}
