import { type Context, transaction } from '../../platform/context.ts';
import type { NoticePreferences } from './notice.ts';
import { isNoticeKind } from './notice-kinds.ts';
import { DEFAULT_PREFERENCES, selectPersonOfKey, selectPreferences, updatePreferences } from './preference-store.ts';
import { meOf, noSuchKey } from './refusals.ts';

/** How the signed-in person wants to be told. Throws `signed-out`. */
export async function noticePreferences(ctx: Context): Promise<NoticePreferences> {
  const me = meOf(ctx);
  return (await selectPreferences(ctx.db, [me])).get(me) ?? DEFAULT_PREFERENCES;
}

/** Changes it; kinds that do not exist are passed over. Throws `signed-out`. */
export async function changeNoticePreferences(
  ctx: Context,
  wanted: Omit<NoticePreferences, 'muted'> & { readonly muted: readonly string[] },
): Promise<void> {
  await updatePreferences(ctx.db, meOf(ctx), { ...wanted, muted: wanted.muted.filter(isNoticeKind) });
}

/** Whether a link from a letter is one of ours. Throws `not-found`. */
export async function checkUnsubscribeKey(ctx: Context, key: string): Promise<{ readonly byMail: boolean }> {
  const id = await selectPersonOfKey(ctx.db, key);
  if (id === null) throw noSuchKey();
  return { byMail: (await selectPreferences(ctx.db, [id])).get(id)?.byMail ?? true };
}

/** Stops (or starts again) all letters with notices of the person whose letter the link came in. Works without signing in. Throws `not-found`. */
export function switchLetters(ctx: Context, key: string, byMail: boolean): Promise<void> {
  return transaction(ctx, async (inner) => {
    const id = await selectPersonOfKey(inner.db, key);
    if (id === null) throw noSuchKey();
    const before = (await selectPreferences(inner.db, [id])).get(id) ?? DEFAULT_PREFERENCES;
    await updatePreferences(inner.db, id, { ...before, byMail });
  });
}
