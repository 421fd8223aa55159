import { randomBytes } from 'node:crypto';
import type { Database } from '../../platform/context.ts';
import type { NoticePreferences } from './notice.ts';
import { isNoticeKind } from './notice-kinds.ts';
import { noticesTables } from './notices-tables.ts';

/** What holds for somebody who changed nothing. */
export const DEFAULT_PREFERENCES: NoticePreferences = { language: 'uk', byMail: true, muted: [] };

/** How a person wants to be told, with the key of the links that stop letters. */
export interface KeptPreferences extends NoticePreferences {
  readonly key: string;
}

type Row = { language: 'uk' | 'en'; by_mail: boolean; muted: string[]; key: string };

const preferencesOf = (row: Row): KeptPreferences => ({
  language: row.language,
  byMail: row.by_mail,
  muted: row.muted.filter(isNoticeKind),
  key: row.key,
});

/** Of these people; who changed nothing is not in the map. */
export async function selectPreferences(
  db: Database,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, KeptPreferences>> {
  if (personIds.length === 0) return new Map();
  const rows = await noticesTables(db)
    .selectFrom('notices_preference')
    .selectAll()
    .where('person_id', 'in', personIds)
    .execute();
  return new Map(rows.map((row) => [row.person_id, preferencesOf(row)]));
}

/** Whose letters the key stops, or null. */
export async function selectPersonOfKey(db: Database, key: string): Promise<string | null> {
  const row = await noticesTables(db)
    .selectFrom('notices_preference')
    .select('person_id')
    .where('key', '=', key)
    .executeTakeFirst();
  return row?.person_id ?? null;
}

/** A person's preferences, made with their key when there were none. */
export async function keepPreferences(db: Database, personId: string): Promise<KeptPreferences> {
  const tables = noticesTables(db);
  await tables
    .insertInto('notices_preference')
    .values({ person_id: personId, key: randomBytes(24).toString('base64url') })
    .onConflict((conflict) => conflict.column('person_id').doNothing())
    .execute();
  const row = await tables
    .selectFrom('notices_preference')
    .selectAll()
    .where('person_id', '=', personId)
    .executeTakeFirstOrThrow();
  return preferencesOf(row);
}

/** Changes them. */
export async function updatePreferences(db: Database, personId: string, wanted: NoticePreferences): Promise<void> {
  await keepPreferences(db, personId);
  await noticesTables(db)
    .updateTable('notices_preference')
    .set({ language: wanted.language, by_mail: wanted.byMail, muted: [...wanted.muted] })
    .where('person_id', '=', personId)
    .execute();
}
