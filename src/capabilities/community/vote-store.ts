import type { Database } from '../../platform/context.ts';
import { communityTables } from './community-tables.ts';

/** Counts a vote once; false where this voter had voted. The number beside the message moves with it. */
export async function insertVote(db: Database, messageId: string, voter: string): Promise<boolean> {
  const tables = communityTables(db);
  const { numInsertedOrUpdatedRows } = await tables
    .insertInto('community_vote')
    .values({ message_id: messageId, voter })
    .onConflict((conflict) => conflict.columns(['message_id', 'voter']).doNothing())
    .executeTakeFirstOrThrow();
  if (!numInsertedOrUpdatedRows) return false;
  await tables
    .updateTable('community_message')
    .set((eb) => ({ votes: eb('votes', '+', 1) }))
    .where('id', '=', messageId)
    .execute();
  return true;
}

/** Whether this voter has voted. */
export async function hasVoted(db: Database, messageId: string, voter: string): Promise<boolean> {
  const found = await communityTables(db)
    .selectFrom('community_vote')
    .select('voter')
    .where('message_id', '=', messageId)
    .where('voter', '=', voter)
    .executeTakeFirst();
  return found !== undefined;
}
