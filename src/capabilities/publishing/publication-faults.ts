import type { Context } from '../../platform/context.ts';
import { loadDraft } from './draft.ts';
import type { PublicationFault } from './publication.ts';
import { faultsOf } from './publication-fault-rules.ts';
import { valueFaults } from './value-faults.ts';

/** Everything that stands between the draft and its publication, in the order of the walk; empty when it can be published. */
export async function publicationFaults(ctx: Context, datasetId: string): Promise<PublicationFault[]> {
  const draft = await loadDraft(ctx, datasetId, 'dataset.edit');
  return [...faultsOf(draft), ...(await valueFaults(ctx, draft))];
}
