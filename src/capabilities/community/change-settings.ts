import { refuseFaults } from '../../kernel/errors.ts';
import { type Context, transaction } from '../../platform/context.ts';
import { permit } from '../accounts/index.ts';
import { record } from '../history/index.ts';
import { type CommunitySettings, settingsFaults } from './community-settings.ts';
import { selectSettings, updateSettings } from './settings-store.ts';

/** The settings of messages. Open to everybody: pages show terms and the channel for requests. One statement. */
export function communitySettings(ctx: Context): Promise<CommunitySettings> {
  return selectSettings(ctx.db);
}

/** Changes all of them. Needs `settings.change`; throws `invalid` with the faulty fields. */
export function changeCommunitySettings(ctx: Context, wanted: CommunitySettings): Promise<CommunitySettings> {
  return transaction(ctx, async (inner) => {
    await permit(inner, 'settings.change', null);
    const { channel } = wanted;
    const after: CommunitySettings = {
      ...wanted,
      channel: {
        address: channel.address.trim(),
        email: channel.email.trim(),
        phone: channel.phone.trim(),
        form: channel.form.trim(),
      },
    };
    refuseFaults(settingsFaults(after));
    const before = await selectSettings(inner.db);
    await updateSettings(inner.db, after);
    await record(inner, {
      deed: 'community.messages-changed',
      subject: { kind: 'community', id: inner.community.id },
      before: flat(before),
      after: flat(after),
    });
    return after;
  });
}

/** Settings as the history shows them: one level of fields. */
function flat({ channel, ...rest }: CommunitySettings) {
  return { ...channel, ...rest };
}
