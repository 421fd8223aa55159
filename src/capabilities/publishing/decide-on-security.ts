import { type Context, transaction } from '../../platform/context.ts';
import { decideSecurity, type SecurityDecision, type SecurityWish } from '../privacy/index.ts';
import { suspendDataset } from './close-dataset.ts';
import { selectPublication } from './pointer-store.ts';

/**
 * A security decision, with what it means for a dataset that is public already: suspended, its data are closed at once until the day of review. Needs what
 * `decideSecurity` needs, and `dataset.close` to close. Throws what they throw.
 */
export function decideOnSecurity(ctx: Context, datasetId: string, wish: SecurityWish): Promise<SecurityDecision> {
  return transaction(ctx, async (tx) => {
    const decision = await decideSecurity(tx, datasetId, wish);
    const publication = decision.way === 'suspend' ? await selectPublication(tx.db, datasetId) : null;
    const { reason, order, reviewOn } = decision;
    if (publication && publication.state !== 'withdrawn' && reviewOn !== null)
      await suspendDataset(tx, datasetId, { reason, order, reviewOn });
    return decision;
  });
}
