import type { Context } from '../../platform/context.ts';
import { permit } from '../accounts/index.ts';
import { updateUnitOfWaiting } from './submission-store.ts';

/** A submission under way goes with its dataset to another unit, whose reviewers then see it. Needs `units.manage`. */
export async function moveSubmissions(ctx: Context, datasetId: string, unitId: string): Promise<void> {
  await permit(ctx, 'units.manage', null);
  await updateUnitOfWaiting(ctx.db, datasetId, unitId);
}
