import type { Context } from '../../platform/context.ts';
import { permit } from '../accounts/index.ts';
import { updateUnitOfReadings } from './reading-store.ts';

/** Files on their way go with their dataset to another unit. Needs `units.manage`. */
export async function moveReadings(ctx: Context, datasetId: string, unitId: string): Promise<void> {
  await permit(ctx, 'units.manage', null);
  await updateUnitOfReadings(ctx, datasetId, unitId);
}
