import type { Database } from '../../../platform/context.ts';
import { accountsTables } from '../accounts-tables.ts';

/** False where the token has used the key already. */
export async function insertRequestKey(
  db: Database,
  key: { tokenId: string; key: string; request: string; at: Date },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await accountsTables(db)
    .insertInto('accounts_request_key')
    .values({ token_id: key.tokenId, key: key.key, request: key.request, at: key.at, status: null, answer: null })
    .onConflict((conflict) => conflict.columns(['token_id', 'key']).doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** What came under this key before: `request` is the digest of what was asked; `answer` is null while it is being done. */
export async function selectRequestKey(
  db: Database,
  tokenId: string,
  key: string,
): Promise<{ request: string; answer: { status: number; body: unknown } | null } | null> {
  const row = await accountsTables(db)
    .selectFrom('accounts_request_key')
    .select(['request', 'status', 'answer'])
    .where('token_id', '=', tokenId)
    .where('key', '=', key)
    .executeTakeFirst();
  if (!row) return null;
  return { request: row.request, answer: row.status === null ? null : { status: row.status, body: row.answer } };
}

/** Keeps the answer, to be given again to the same request. */
export async function updateRequestKey(
  db: Database,
  tokenId: string,
  key: string,
  answer: { status: number; body: unknown },
): Promise<void> {
  await accountsTables(db)
    .updateTable('accounts_request_key')
    .set({ status: answer.status, answer: JSON.stringify(answer.body) })
    .where('token_id', '=', tokenId)
    .where('key', '=', key)
    .execute();
}

/** Forgets keys of before that instant. */
export async function deleteRequestKeys(db: Database, before: Date): Promise<void> {
  await accountsTables(db).deleteFrom('accounts_request_key').where('at', '<', before).execute();
}
