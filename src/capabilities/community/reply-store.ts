import type { Database } from '../../platform/context.ts';
import { communityTables } from './community-tables.ts';
import type { Reply, ReplyKind } from './message.ts';

/** @param authorId of the staff member; null for the message's author */
export async function insertReply(
  db: Database,
  messageId: string,
  reply: Reply,
  authorId: string | null,
): Promise<void> {
  await communityTables(db)
    .insertInto('community_reply')
    .values({
      id: reply.id,
      message_id: messageId,
      kind: reply.kind,
      text: reply.text,
      state: reply.state,
      author_id: authorId,
      author_name: reply.authorName,
      unit_name: reply.unitName,
      at: reply.at,
    })
    .execute();
}

/** Replies of these kinds, the oldest first. */
export async function selectReplies(db: Database, messageId: string, kinds: readonly ReplyKind[]): Promise<Reply[]> {
  const rows = await communityTables(db)
    .selectFrom('community_reply')
    .selectAll()
    .where('message_id', '=', messageId)
    .where('kind', 'in', kinds)
    .orderBy('at')
    .orderBy('id')
    .execute();
  return rows.map(({ id, kind, text, state, author_name: authorName, unit_name: unitName, at }) => ({
    id,
    kind,
    text,
    state,
    authorName,
    unitName,
    at,
  }));
}
