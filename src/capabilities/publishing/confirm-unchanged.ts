import type { Context } from '../../platform/context.ts';
import type { Publication } from './publication.ts';

/** «Дані не змінились»: moves the instant the data are true as of to now. Makes no version. */
export async function confirmUnchanged(_ctx: Context, _datasetId: string): Promise<Publication> {
  throw new Error('not built yet');
}
