import { type Context, transaction } from '../../../platform/context.ts';
import { permitAny } from '../../accounts/index.ts';
import { findResource, loadDataset } from '../../catalog/index.ts';
import { protectAgain } from '../../ingest/index.ts';
import { noFileYet } from './refusals.ts';

/**
 * Has the newest file of a resource looked at anew in the background: it was read before there were detectors. Needs `privacy.protect` or `privacy.keep`.
 * Throws `conflict`, `forbidden`.
 */
export function scanAgain(ctx: Context, resourceId: string): Promise<void> {
  return transaction(ctx, async (tx) => {
    const resource = await findResource(tx, resourceId);
    if (!resource) throw noFileYet();
    await permitAny(tx, ['privacy.protect', 'privacy.keep'], await loadDataset(tx, resource.datasetId));
    await protectAgain(tx, resourceId);
  });
}
