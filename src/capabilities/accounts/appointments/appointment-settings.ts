import { faultyField } from '../../../kernel/errors.ts';
import { type Context, once, transaction } from '../../../platform/context.ts';
import type { Question } from '../../../platform/database/ask-together.ts';
import { record } from '../../history/index.ts';
import { selectSetting, settingQuery, writeSetting } from '../community/setting-store.ts';
import { permit } from '../rights/permit.ts';

const KEY = 'order-grace-days';
/** Working days an appointment works while its order is being prepared, unless the community says otherwise. */
const GRACE_DAYS = 10;

/** Working days an appointment works while its order is being prepared. */
export async function orderGraceDays(ctx: Context): Promise<number> {
  const kept = await once(ctx, 'accounts.order-grace-days', () => selectSetting(ctx.db, KEY));
  return kept === null ? GRACE_DAYS : Number(kept);
}

/** The same, to be asked with other questions. */
export const orderGraceQuestion: Question<number> = {
  query: settingQuery(KEY),
  read: ([row]: readonly { readonly value: string }[]) => (row === undefined ? GRACE_DAYS : Number(row.value)),
};

/** Changes that term: 1 to 60 working days. Throws `forbidden`, `invalid` (field `graceDays`). */
export function changeOrderGraceDays(ctx: Context, days: number): Promise<void> {
  return transaction(ctx, async (inner) => {
    await permit(inner, 'settings.change', null);
    if (!Number.isInteger(days) || days < 1 || days > 60) {
      throw faultyField('graceDays', {
        uk: 'Вкажіть ціле число робочих днів від 1 до 60.',
        en: 'Give a whole number of working days from 1 to 60.',
      });
    }
    const before = await orderGraceDays(inner);
    await writeSetting(inner.db, KEY, String(days));
    const subject = { kind: 'community', id: 'appointments', name: '' };
    await record(inner, {
      deed: 'appointments.changed',
      subject,
      before: { graceDays: before },
      after: { graceDays: days },
    });
  });
}
