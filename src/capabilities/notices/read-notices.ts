import { isId } from '../../kernel/ids.ts';
import type { Context } from '../../platform/context.ts';
import type { Notice } from './notice.ts';
import type { NoticeKind } from './notice-kinds.ts';
import {
  countUnread,
  type NoticeCursor,
  selectNotice,
  selectNotices,
  unreadOf,
  updateRead,
  updateReadAbout,
} from './notice-store.ts';
import { meOf, noNotice } from './refusals.ts';

/** More than so many unread are not counted: «99+». */
const MOST_COUNTED = 100;

/** One page of a person's notices; `next` goes on from the last, null at the end. */
export interface NoticePage {
  readonly items: readonly Notice[];
  readonly next: string | null;
}

const cursorText = ({ at, id }: NoticeCursor) => `${at.getTime()}.${id}`;

function cursorOf(text: string | null): NoticeCursor | null {
  const [at = '', id = ''] = (text ?? '').split('.');
  return /^\d{1,15}$/.test(at) && isId(id) ? { at: new Date(Number(at)), id } : null;
}

/** The signed-in person's own notices, the newest first. Throws `signed-out`. @param after `next` of the page before */
export async function listNotices(
  ctx: Context,
  { after = null, size, unread = false }: { after?: string | null; size: number; unread?: boolean },
): Promise<NoticePage> {
  const found = await selectNotices(ctx.db, meOf(ctx), { after: cursorOf(after), size: size + 1, unread });
  const items = found.slice(0, size);
  const last = items.at(-1);
  return { items, next: found.length > size && last ? cursorText(last) : null };
}

/** How many the person has not read, at most 100. One statement. */
export function countUnreadNotices(ctx: Context, personId: string): Promise<number> {
  return countUnread(ctx.db, personId, MOST_COUNTED);
}

/** The same for the statement that finds who asks (`signedInPerson`): the number stands on every page of the cabinet. */
export const unreadBeside = (personId: string) => unreadOf(personId, MOST_COUNTED);

/** Opens one: it is read from now on. Throws `signed-out`, `not-found`. */
export async function openNotice(ctx: Context, id: string): Promise<Notice> {
  const me = meOf(ctx);
  const notice = isId(id) ? await selectNotice(ctx.db, me, id) : null;
  if (!notice) throw noNotice();
  await updateRead(ctx.db, me, ctx.clock.now(), id);
  return notice;
}

/** Marks all of the person's as read. Throws `signed-out`. */
export async function markAllRead(ctx: Context): Promise<void> {
  await updateRead(ctx.db, meOf(ctx), ctx.clock.now());
}

/** Everybody's notices of these kinds about one thing are read: what they called for is done. Asks no permission. */
export async function settleNotices(ctx: Context, subjectId: string, kinds: readonly NoticeKind[]): Promise<void> {
  await updateReadAbout(ctx.db, subjectId, kinds, ctx.clock.now());
}
