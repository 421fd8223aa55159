import { DEFAULT_PROFILE, type FormatProfile, PROFILES } from '../../../kernel/format-policy.ts';
import { type Context, once, transaction } from '../../../platform/context.ts';
import { record } from '../../history/index.ts';
import { permit } from '../rights/permit.ts';
import { selectSetting, writeSetting } from './setting-store.ts';

const KEY = 'formats.profile';

const profileOf = (name: string | null): FormatProfile =>
  Object.values(PROFILES).find((one) => one.name === name) ?? DEFAULT_PROFILE;

/** The formats the community publishes in. One statement. */
export function formatProfile(ctx: Context): Promise<FormatProfile> {
  return once(ctx, 'accounts.format-profile', async () => profileOf(await selectSetting(ctx.db, KEY)));
}

/** Chooses the formats for files given from now on; what was published stays. Needs `settings.change`. */
export function changeFormatProfile(ctx: Context, name: FormatProfile['name']): Promise<FormatProfile> {
  return transaction(ctx, async (tx) => {
    await permit(tx, 'settings.change', null);
    const before = profileOf(await selectSetting(tx.db, KEY));
    const after = profileOf(name);
    if (before.name === after.name) return after;
    await writeSetting(tx.db, KEY, after.name);
    await record(tx, {
      deed: 'formats.changed',
      subject: { kind: 'community', id: tx.community.id, name: 'formats' },
      before: before.name,
      after: after.name,
    });
    return after;
  });
}
