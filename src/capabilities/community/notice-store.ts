import type { Database } from '../../platform/context.ts';
import { communityTables } from './community-tables.ts';

/** News for one person of the staff: a message came, or its author added to it. */
export interface Notice {
  /** The message's id when it is new, otherwise the addition's or the passing's. */
  readonly newsId: string;
  readonly personId: string;
  readonly messageId: string;
  /** Scheme and host of the link. */
  readonly origin: string;
}

/** Remembers that somebody is to be told; false where it was remembered before. */
export async function insertNotice(db: Database, notice: Notice, at: Date): Promise<boolean> {
  const { newsId, personId, messageId, origin } = notice;
  const { numInsertedOrUpdatedRows } = await communityTables(db)
    .insertInto('community_notice')
    .values({ news_id: newsId, person_id: personId, message_id: messageId, origin, at, sent_at: null })
    .onConflict((conflict) => conflict.columns(['news_id', 'person_id']).doNothing())
    .executeTakeFirstOrThrow();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** When the person was last sent a letter, or null. */
export async function lastLetterAt(db: Database, personId: string): Promise<Date | null> {
  const row = await communityTables(db)
    .selectFrom('community_notice')
    .select((eb) => eb.fn.max('sent_at').as('last'))
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return row?.last ?? null;
}

/** News nobody has been written about yet, the oldest first. */
export async function selectUnsent(db: Database): Promise<Notice[]> {
  const rows = await communityTables(db)
    .selectFrom('community_notice')
    .selectAll()
    .where('sent_at', 'is', null)
    .orderBy('at')
    .forUpdate()
    .execute();
  return rows.map((row) => ({
    newsId: row.news_id,
    personId: row.person_id,
    messageId: row.message_id,
    origin: row.origin,
  }));
}

/** Remembers that all a person's waiting news were sent. */
export async function markSent(db: Database, personId: string, at: Date): Promise<void> {
  await communityTables(db)
    .updateTable('community_notice')
    .set({ sent_at: at })
    .where('person_id', '=', personId)
    .where('sent_at', 'is', null)
    .execute();
}

/** Forgets news sent before that instant. */
export async function deleteSent(db: Database, before: Date): Promise<void> {
  await communityTables(db).deleteFrom('community_notice').where('sent_at', '<', before).execute();
}
