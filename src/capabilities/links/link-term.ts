import { type Context, transaction } from '../../platform/context.ts';
import { permit } from '../accounts/index.ts';
import { record } from '../history/index.ts';
import { selectDays, updateDays } from './link-store.ts';
import { badTerm } from './refusals.ts';

/** The longest a link may live, days. */
export const MOST_DAYS = 60;

/** Days a link lives where nothing else is said: 14 until somebody changes it (governance G0.8). */
export function linkDays(ctx: Context): Promise<number> {
  return selectDays(ctx.db);
}

/** Changes that term: 1 to 60 days. Links given before keep theirs. Throws `forbidden`, `invalid` (field `linkDays`). */
export function changeLinkDays(ctx: Context, days: number): Promise<void> {
  return transaction(ctx, async (inner) => {
    await permit(inner, 'settings.change', null);
    if (!Number.isInteger(days) || days < 1 || days > MOST_DAYS) throw badTerm(MOST_DAYS);
    const before = await selectDays(inner.db);
    if (before === days) return;
    await updateDays(inner.db, days);
    const subject = { kind: 'community', id: 'links', name: '' };
    await record(inner, { deed: 'links.term-changed', subject, before: { days: before }, after: { days } });
  });
}
