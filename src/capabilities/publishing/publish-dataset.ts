import type { Context } from '../../platform/context.ts';
import type { Version } from './version.ts';

/** Publishes the draft as the next version. Throws `invalid` with the faults, `conflict` when nothing is new. */
export async function publishDataset(_ctx: Context, _datasetId: string): Promise<Version> {
  throw new Error('not built yet');
}
