import { type RawBuilder, type Selectable, sql } from 'kysely';
import type { Database } from '../../platform/context.ts';
import type { Notice, NoticeFacts } from './notice.ts';
import { isNoticeKind } from './notice-kinds.ts';
import { type NoticesTables, noticesTables } from './notices-tables.ts';

/** A notice of a kind that no longer exists (an older release wrote it) is passed over. */
function noticeOf(row: Selectable<NoticesTables['notices_notice']>): Notice[] {
  if (!isNoticeKind(row.kind)) return [];
  return [
    {
      id: row.id,
      personId: row.person_id,
      kind: row.kind,
      subject: { kind: row.subject_kind, id: row.subject_id, name: row.subject_name },
      link: row.link,
      facts: row.facts as NoticeFacts,
      at: row.at,
      readAt: row.read_at,
    },
  ];
}

/** Writes notices; one that was told before under its key is left out. Gives those that are new. */
export async function insertNotices(
  db: Database,
  notices: readonly Notice[],
  options: { readonly once: string | null; readonly mailedAt: (notice: Notice) => Date | null },
): Promise<Notice[]> {
  if (notices.length === 0) return [];
  const rows = notices.map((notice) => ({
    id: notice.id,
    person_id: notice.personId,
    kind: notice.kind,
    subject_kind: notice.subject.kind,
    subject_id: notice.subject.id,
    subject_name: notice.subject.name,
    link: notice.link,
    facts: JSON.stringify(notice.facts),
    once: options.once,
    at: notice.at,
    mailed_at: options.mailedAt(notice),
  }));
  const written = await noticesTables(db)
    .insertInto('notices_notice')
    .values(rows)
    .onConflict((conflict) => conflict.columns(['person_id', 'once']).doNothing())
    .returning('id')
    .execute();
  const ids = new Set(written.map(({ id }) => id));
  return notices.filter(({ id }) => ids.has(id));
}

/** Where a list goes on: the last notice of the page before. */
export interface NoticeCursor {
  readonly at: Date;
  readonly id: string;
}

/** A person's notices, the newest first. */
export async function selectNotices(
  db: Database,
  personId: string,
  { after, size, unread }: { after: NoticeCursor | null; size: number; unread: boolean },
): Promise<Notice[]> {
  let found = noticesTables(db).selectFrom('notices_notice').selectAll().where('person_id', '=', personId);
  if (unread) found = found.where('read_at', 'is', null);
  if (after) found = found.where(sql<boolean>`(at, id) < (${after.at}, ${after.id}::uuid)`);
  const rows = await found.orderBy('at', 'desc').orderBy('id', 'desc').limit(size).execute();
  return rows.flatMap(noticeOf);
}

/** One notice of that person, or null. */
export async function selectNotice(db: Database, personId: string, id: string): Promise<Notice | null> {
  const row = await noticesTables(db)
    .selectFrom('notices_notice')
    .selectAll()
    .where('id', '=', id)
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return row ? (noticeOf(row)[0] ?? null) : null;
}

/** How many notices a person has not read, at most so many: an expression, so that it can be asked in a statement about the person. */
export const unreadOf = (personId: string, most: number): RawBuilder<number> => sql<number>`(
  select count(*)::int from (select from notices_notice where person_id = ${personId} and read_at is null limit ${most}) few)`;

/** The same by itself. */
export async function countUnread(db: Database, personId: string, most: number): Promise<number> {
  const { rows } = await sql<{ n: number }>`select ${unreadOf(personId, most)} as n`.execute(db);
  return rows[0]?.n ?? 0;
}

/** Marks as read: one, or all of the person up to now. */
export async function updateRead(db: Database, personId: string, at: Date, id?: string): Promise<void> {
  let changed = noticesTables(db)
    .updateTable('notices_notice')
    .set({ read_at: at })
    .where('person_id', '=', personId)
    .where('read_at', 'is', null);
  if (id !== undefined) changed = changed.where('id', '=', id);
  await changed.execute();
}

/** Marks a person's notices about one thing as read: the deed they called for is done. */
export async function updateReadAbout(db: Database, subjectId: string, kinds: readonly string[], at: Date) {
  await noticesTables(db)
    .updateTable('notices_notice')
    .set({ read_at: at })
    .where('subject_id', '=', subjectId)
    .where('kind', 'in', kinds)
    .where('read_at', 'is', null)
    .execute();
}

/** Which of these people had a letter with a notice of that kind since that instant. */
export async function selectWrittenSince(
  db: Database,
  personIds: readonly string[],
  kind: string,
  since: Date,
): Promise<ReadonlySet<string>> {
  if (personIds.length === 0) return new Set();
  const rows = await noticesTables(db)
    .selectFrom('notices_notice')
    .select('person_id')
    .distinct()
    .where('person_id', 'in', personIds)
    .where('kind', '=', kind)
    .where('mailed_at', '>', since)
    .execute();
  return new Set(rows.map(({ person_id }) => person_id));
}

/** People who have notices that no letter told yet. @param kinds only of these; left out: of all */
export async function selectPeopleToWrite(db: Database, kinds?: readonly string[]): Promise<string[]> {
  let found = noticesTables(db)
    .selectFrom('notices_notice')
    .select('person_id')
    .distinct()
    .where('mailed_at', 'is', null);
  if (kinds) found = found.where('kind', 'in', kinds);
  const rows = await found.execute();
  return rows.map(({ person_id }) => person_id);
}

/** What no letter told a person yet, the oldest first; locked until the transaction ends. */
export async function selectUnmailed(db: Database, personId: string): Promise<Notice[]> {
  const rows = await noticesTables(db)
    .selectFrom('notices_notice')
    .selectAll()
    .where('person_id', '=', personId)
    .where('mailed_at', 'is', null)
    .orderBy('at')
    .orderBy('id')
    .forUpdate()
    .execute();
  return rows.flatMap(noticeOf);
}

/** Remembers that nothing of a person's waits for a letter any more. */
export async function updateMailed(db: Database, personId: string, at: Date): Promise<void> {
  await noticesTables(db)
    .updateTable('notices_notice')
    .set({ mailed_at: at })
    .where('person_id', '=', personId)
    .where('mailed_at', 'is', null)
    .execute();
}

/** Forgets what was read before that instant, and what nobody read for four times as long. */
export async function deleteOld(db: Database, readBefore: Date, writtenBefore: Date): Promise<number> {
  const { numDeletedRows } = await noticesTables(db)
    .deleteFrom('notices_notice')
    .where((eb) => eb.or([eb('read_at', '<', readBefore), eb('at', '<', writtenBefore)]))
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}
