import type { Context } from '../../../platform/context.ts';
import { updateUnitOfDecisions } from './due-store.ts';

/** A dataset passed to another unit: its decisions go along, so that their reviews are tasks there. The caller has asked the right. */
export async function moveDecisions(ctx: Context, datasetId: string, unitId: string): Promise<void> {
  await updateUnitOfDecisions(ctx.db, datasetId, unitId);
}
