import { type Context, once, transaction } from '../../platform/context.ts';
import { permit } from '../accounts/index.ts';
import { record } from '../history/index.ts';
import { DownloadSettings } from './download-settings.ts';
import { selectSettings, updateSettings } from './setting-store.ts';

/** The settings in force. One statement. @param known they came with tables already */
export function downloadSettings(ctx: Context, known?: DownloadSettings): Promise<DownloadSettings> {
  return once(ctx, 'tables.settings', async () => known ?? selectSettings(ctx.db));
}

/**
 * Changes how files are made from the next version on; versions made before keep their decimal sign. Needs the right `settings.change`.
 */
export function changeDownloadSettings(ctx: Context, change: DownloadSettings): Promise<DownloadSettings> {
  return transaction(ctx, async (tx) => {
    await permit(tx, 'settings.change', null);
    const after = DownloadSettings.parse(change);
    const before = await selectSettings(tx.db, 'lock');
    if (before.decimalSign === after.decimalSign && before.parquet === after.parquet) return after;
    await updateSettings(tx.db, after);
    await record(tx, {
      deed: 'downloads.changed',
      subject: { kind: 'community', id: tx.community.id, name: 'downloads' },
      before,
      after,
    });
    return after;
  });
}
