import { sql } from 'kysely';
import type { Database } from '../../../platform/context.ts';
import type { Question } from '../../../platform/database/ask-together.ts';
import type { Statement } from './statement.ts';

interface Row {
  readonly id: string;
  readonly dataset_id: string;
  readonly resource_id: string;
  readonly sha256: string;
  readonly says: Statement['says'];
  readonly ground_code: string | null;
  readonly act: Statement['act'];
  readonly reason: string;
  readonly stated_by: string;
  readonly stated_at: Date;
}

const FIELDS = sql`id, dataset_id, resource_id, sha256, says, ground_code, act, reason, stated_by, stated_at`;

const statementOf = (row: Row): Statement => ({
  id: row.id,
  datasetId: row.dataset_id,
  resourceId: row.resource_id,
  sha256: row.sha256,
  says: row.says,
  groundCode: row.ground_code,
  act: row.act,
  reason: row.reason,
  statedBy: row.stated_by,
  statedAt: new Date(row.stated_at),
});

/** Statements of a dataset that stand; to be asked with other questions. */
export function statementsQuestion(datasetId: string): Question<readonly Statement[]> {
  const query = sql<Row>`select ${FIELDS} from privacy_statement
    where dataset_id = ${datasetId} and state = 'made' order by stated_at, id`;
  return { query, read: (rows: readonly Row[]) => rows.map(statementOf) };
}

/** A statement that stands; held until the transaction ends. */
export async function lockStatement(db: Database, id: string): Promise<Statement | null> {
  const { rows } =
    await sql<Row>`select ${FIELDS} from privacy_statement where id = ${id} and state = 'made' for update`.execute(db);
  return rows[0] ? statementOf(rows[0]) : null;
}

/** The one before it has been ended by the caller. */
export async function insertStatement(db: Database, one: Statement): Promise<void> {
  await sql`insert into privacy_statement (id, dataset_id, resource_id, sha256, says, ground_code, act, reason, state, stated_by, stated_at)
    values (${one.id}, ${one.datasetId}, ${one.resourceId}, ${one.sha256}, ${one.says}, ${one.groundCode},
    ${one.act === null ? null : JSON.stringify(one.act)}::jsonb, ${one.reason}, 'made', ${one.statedBy}, ${one.statedAt})`.execute(
    db,
  );
}

/** What was said of a file before is over: taken back, or another took its place. */
export async function endStatements(
  db: Database,
  file: Pick<Statement, 'resourceId' | 'sha256'>,
  end: { readonly by: string; readonly at: Date },
): Promise<void> {
  await sql`update privacy_statement set state = 'undone', undone_by = ${end.by}, undone_at = ${end.at}
    where resource_id = ${file.resourceId} and sha256 = ${file.sha256} and state = 'made'`.execute(db);
}
