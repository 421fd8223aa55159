import { type Context, transaction } from '../../platform/context.ts';
import { permit } from '../accounts/index.ts';
import { record } from '../history/index.ts';
import { badSettings } from './refusals.ts';
import { ReviewSettings } from './settings.ts';
import { selectSettings, updateSettings } from './settings-store.ts';

/** How the community reviews. Open to every use case; nothing in it is secret. */
export function reviewSettings(ctx: Context): Promise<ReviewSettings> {
  return selectSettings(ctx.db);
}

/** Changes how the community reviews. Needs `settings.change`. Throws `invalid` (the term). */
export async function changeReviewSettings(ctx: Context, form: ReviewSettings): Promise<void> {
  await permit(ctx, 'settings.change', null);
  const parsed = ReviewSettings.safeParse(form);
  if (!parsed.success) throw badSettings();
  await transaction(ctx, async (inner) => {
    const before = await selectSettings(inner.db);
    const after = { ...parsed.data, trustedUnitIds: [...new Set(parsed.data.trustedUnitIds)].sort() };
    await updateSettings(inner.db, after);
    await record(inner, { deed: 'review.settings-changed', subject: { kind: 'community', id: 'main' }, before, after });
  });
}
