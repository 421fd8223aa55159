import { sql } from 'kysely';
import type { Database } from '../../../platform/context.ts';
import type { CardApproval, TechnicalCard } from './technical-card.ts';

/** An approval with the one before it, which it can be taken back to. */
export interface StoredApproval extends CardApproval {
  readonly datasetId: string;
  readonly previous: (Omit<CardApproval, 'approvedAt'> & { readonly approvedAt: string }) | null;
}

interface Row {
  readonly dataset_id: string;
  readonly content: TechnicalCard;
  readonly note: string;
  readonly approved_by: string;
  readonly approved_at: Date;
  readonly previous: StoredApproval['previous'];
}

const approvalOf = (row: Row): StoredApproval => ({
  datasetId: row.dataset_id,
  content: row.content,
  note: row.note,
  approvedBy: row.approved_by,
  approvedAt: row.approved_at,
  previous: row.previous,
});

/** Approvals of these datasets; those without one are left out. */
export async function selectApprovals(db: Database, datasetIds: readonly string[]): Promise<StoredApproval[]> {
  if (datasetIds.length === 0) return [];
  const { rows } =
    await sql<Row>`select dataset_id, content, note, approved_by, approved_at, previous from dictionary_card
    where dataset_id = any(${[...datasetIds]}::uuid[])`.execute(db);
  return rows.map(approvalOf);
}

/** Writes the approval that counts now; the one before it is kept inside. */
export async function putApproval(db: Database, one: StoredApproval): Promise<void> {
  const { datasetId, content, note, approvedBy, approvedAt, previous } = one;
  const before = previous === null ? null : JSON.stringify(previous);
  await sql`insert into dictionary_card (dataset_id, content, note, approved_by, approved_at, previous)
    values (${datasetId}, ${JSON.stringify(content)}::jsonb, ${note}, ${approvedBy}, ${approvedAt}, ${before}::jsonb)
    on conflict (dataset_id) do update set content = excluded.content, note = excluded.note, approved_by = excluded.approved_by,
      approved_at = excluded.approved_at, previous = excluded.previous`.execute(db);
}

export async function deleteApproval(db: Database, datasetId: string): Promise<void> {
  await sql`delete from dictionary_card where dataset_id = ${datasetId}`.execute(db);
}
