import { sql } from 'kysely';
import type { Database } from '../../../platform/context.ts';
import type { GivenCode } from './code-list.ts';

/** The codes of a file, waiting until a person has seen what they change. */
export interface StoredProposal {
  readonly id: string;
  readonly listId: string;
  readonly fileName: string;
  readonly codes: readonly GivenCode[];
}

/** Keeps the codes of a file until they are accepted or dropped. */
export async function insertProposal(db: Database, one: StoredProposal, now: Date): Promise<void> {
  await sql`insert into catalog_code_proposal (id, list_id, file_name, codes, made_at)
    values (${one.id}, ${one.listId}, ${one.fileName}, ${JSON.stringify(one.codes)}::jsonb, ${now})`.execute(db);
}

/** What a file proposes for a list, until it is accepted or dropped. */
export async function selectProposal(db: Database, id: string): Promise<StoredProposal | null> {
  const { rows } = await sql<{ id: string; list_id: string; file_name: string; codes: readonly GivenCode[] }>`
    select id, list_id, file_name, codes from catalog_code_proposal where id = ${id}`.execute(db);
  const [row] = rows;
  return row ? { id: row.id, listId: row.list_id, fileName: row.file_name, codes: row.codes } : null;
}

export async function deleteProposal(db: Database, id: string): Promise<void> {
  await sql`delete from catalog_code_proposal where id = ${id}`.execute(db);
}

/** Those nobody took. */
export async function deleteProposalsBefore(db: Database, day: Date): Promise<void> {
  await sql`delete from catalog_code_proposal where made_at < ${day}`.execute(db);
}
