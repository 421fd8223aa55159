import type { Context } from '../../platform/context.ts';
import type { Publication, Suspension, Withdrawal } from './publication.ts';

/** Closes the data for a time: the page stays and says why and until when it is reviewed. */
export async function suspendDataset(_ctx: Context, _datasetId: string, _suspension: Suspension): Promise<Publication> {
  throw new Error('not built yet');
}

/** Opens a suspended dataset again. */
export async function reopenDataset(_ctx: Context, _datasetId: string): Promise<Publication> {
  throw new Error('not built yet');
}

/** Takes a dataset away for good: a tombstone with the reason stays at its address. */
export async function withdrawDataset(
  _ctx: Context,
  _datasetId: string,
  _withdrawal: Withdrawal,
): Promise<Publication> {
  throw new Error('not built yet');
}
