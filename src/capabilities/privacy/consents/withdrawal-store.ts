import { sql } from 'kysely';
import type { Database } from '../../../platform/context.ts';
import type { Withdrawal } from './withdrawal.ts';

interface Row {
  readonly id: string;
  readonly dataset_id: string;
  readonly resource_id: string;
  readonly column_title: string;
  readonly digests: readonly string[];
  readonly document: string;
  readonly made_by: string;
  readonly made_at: Date;
  readonly closed_at: Date | null;
  readonly undone_by: string | null;
  readonly undone_at: Date | null;
}

const withdrawalOf = (row: Row): Withdrawal => ({
  id: row.id,
  datasetId: row.dataset_id,
  resourceId: row.resource_id,
  columnTitle: row.column_title,
  digests: row.digests,
  document: row.document,
  madeBy: row.made_by,
  madeAt: new Date(row.made_at),
  closedAt: row.closed_at === null ? null : new Date(row.closed_at),
  undone: row.undone_at === null ? null : { by: row.undone_by ?? '', at: new Date(row.undone_at) },
});

/** Keeps a withdrawal; of its people only the digests. */
export async function insertWithdrawal(db: Database, one: Withdrawal): Promise<void> {
  await sql`insert into privacy_withdrawal (id, dataset_id, resource_id, column_title, digests, document, made_by, made_at)
    values (${one.id}, ${one.datasetId}, ${one.resourceId}, ${one.columnTitle}, ${[...one.digests]}::text[], ${one.document},
    ${one.madeBy}, ${one.madeAt})`.execute(db);
}

/** Withdrawals of a dataset, the newest first. */
export async function selectWithdrawals(db: Database, datasetId: string): Promise<Withdrawal[]> {
  const { rows } = await sql<Row>`select * from privacy_withdrawal where dataset_id = ${datasetId}
    order by made_at desc, id desc`.execute(db);
  return rows.map(withdrawalOf);
}

/** Withdrawals whose people may still stand in earlier versions. */
export async function selectOpenWithdrawals(db: Database, datasetId: string): Promise<Withdrawal[]> {
  const { rows } =
    await sql<Row>`select * from privacy_withdrawal where dataset_id = ${datasetId} and closed_at is null and undone_at is null
    order by made_at, id`.execute(db);
  return rows.map(withdrawalOf);
}

/**
 * Digests of everybody who took a consent on this column back; also on columns the file has no more, for this one may have been called so.
 * @param titles of the columns of the present file
 */
export async function selectWithdrawnDigests(
  db: Database,
  resourceId: string,
  columnTitle: string,
  titles: readonly string[],
): Promise<string[]> {
  const { rows } = await sql<{ digest: string }>`select distinct unnest(digests) as digest from privacy_withdrawal
    where resource_id = ${resourceId} and undone_at is null
      and (column_title = ${columnTitle} or not column_title = any(${[...titles]}::text[]))`.execute(db);
  return rows.map(({ digest }) => digest);
}

/** One withdrawal that counts; held until the transaction ends. */
export async function lockWithdrawal(db: Database, id: string): Promise<Withdrawal | null> {
  const { rows } =
    await sql<Row>`select * from privacy_withdrawal where id = ${id} and undone_at is null for update`.execute(db);
  return rows[0] ? withdrawalOf(rows[0]) : null;
}

/** It counts no more. */
export async function endWithdrawal(db: Database, id: string, by: string, at: Date): Promise<void> {
  await sql`update privacy_withdrawal set undone_by = ${by}, undone_at = ${at} where id = ${id}`.execute(db);
}

/** Earlier versions with the people of this withdrawal are closed; a second time changes nothing. */
export async function markClosed(db: Database, id: string, at: Date): Promise<void> {
  await sql`update privacy_withdrawal set closed_at = ${at} where id = ${id} and closed_at is null`.execute(db);
}
