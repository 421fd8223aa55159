import { refuseFaults } from '../../../kernel/errors.ts';
import { type Context, transaction } from '../../../platform/context.ts';
import { permit } from '../../accounts/index.ts';
import { record } from '../../history/index.ts';
import { selectSetting, writeSetting } from './policy-store.ts';

const KEY = 'update-days';
/**
 * Working days to update a dataset after its data have changed out of plan: five where the community's own text says so (seed 003, п. 2.9); the
 * recommendation pages of the state say three. The community decides.
 */
const UPDATE_DAYS = 5;

/** Working days to update a dataset after an unplanned change. Open to all. */
export async function updateDays(ctx: Context): Promise<number> {
  const kept = await selectSetting(ctx.db, KEY);
  return kept === null ? UPDATE_DAYS : Number(kept);
}

/** Changes that term: 1 to 30 working days. Needs `city.manage`. Throws `forbidden`, `invalid` (`updateDays`). */
export function changeUpdateDays(ctx: Context, days: number): Promise<void> {
  return transaction(ctx, async (inner) => {
    await permit(inner, 'city.manage', null);
    if (!Number.isInteger(days) || days < 1 || days > 30) {
      const text = {
        uk: 'Вкажіть ціле число робочих днів від 1 до 30.',
        en: 'Give a whole number of working days from 1 to 30.',
      };
      refuseFaults([{ field: 'updateDays', text }]);
    }
    const before = { updateDays: await updateDays(inner) };
    await writeSetting(inner.db, KEY, String(days));
    const subject = { kind: 'community', id: 'policy', name: '' };
    await record(inner, { deed: 'policy.update-days-changed', subject, before, after: { updateDays: days } });
  });
}
