import { type Context, transaction } from '../../platform/context.ts';
import { permit } from '../accounts/index.ts';
import { type Dataset, loadDataset } from '../catalog/index.ts';
import { record } from '../history/index.ts';
import { reviewSettings } from '../review/index.ts';
import { nameOf } from './publication-rules.ts';
import { isTrusted } from './review-gate.ts';
import { rowsNeedReview } from './row-refusals.ts';
import { selectRowRule, upsertRowRule } from './row-version-store.ts';

/** Throws `conflict` (`rows-need-review`) where changes of the dataset are reviewed and nobody allowed rows without it. */
export async function refuseUnreviewed(ctx: Context, dataset: Dataset): Promise<void> {
  if (!(await isReviewed(ctx, dataset))) return;
  if (!(await selectRowRule(ctx.db, dataset.id))?.unreviewed) throw rowsNeedReview();
}

/** Whether somebody else has to approve changes of the dataset: two-person review is on, and its unit is not trusted to publish at once. */
export async function isReviewed(ctx: Context, dataset: Pick<Dataset, 'unitId'>): Promise<boolean> {
  const settings = await reviewSettings(ctx);
  return settings.twoPerson && !(await isTrusted(ctx, settings.trustedUnitIds, dataset.unitId));
}

/** Allows, or no longer allows, rows of the dataset without review. Needs `dataset.approve`. */
export function allowUnreviewedRows(ctx: Context, datasetId: string, unreviewed: boolean): Promise<void> {
  return transaction(ctx, async (tx) => {
    const dataset = await loadDataset(tx, datasetId);
    await permit(tx, 'dataset.approve', dataset);
    const before = (await selectRowRule(tx.db, datasetId))?.unreviewed ?? false;
    if (before === unreviewed) return;
    await upsertRowRule(tx.db, { datasetId, unreviewed, by: nameOf(tx.actor), at: tx.clock.now() });
    await record(tx, {
      deed: unreviewed ? 'rows.review-lifted' : 'rows.review-asked',
      subject: { kind: 'dataset', id: datasetId, name: dataset.passport.title },
    });
  });
}
