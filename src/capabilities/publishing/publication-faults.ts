import type { Context } from '../../platform/context.ts';
import type { PublicationFault } from './publication.ts';

/** Everything that stands between the draft and its publication; empty when it can be published. */
export async function publicationFaults(_ctx: Context, _datasetId: string): Promise<PublicationFault[]> {
  throw new Error('not built yet');
}
