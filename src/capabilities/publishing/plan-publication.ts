import { type Context, transaction } from '../../platform/context.ts';
import { permit } from '../accounts/index.ts';
import { loadDataset } from '../catalog/index.ts';
import { planSubmission, type Submission } from '../review/index.ts';
import { loadDraft } from './draft.ts';
import { lockPointer } from './pointer-store.ts';
import { present } from './present.ts';
import { refuse } from './publish-dataset.ts';
import { notApproved } from './refusals.ts';
import { roadOfDraft, submittedDraft } from './review-gate.ts';

/**
 * Plans the publication of the draft as it is now for an instant, where nobody has to approve it. Then it is published in the actor's name and by
 * the rights they have at that time; a draft changed since, or review turned on since, keeps it back and is told. Taken back by
 * `takeBackSubmission`. Needs `dataset.publish`. Throws what `publishDataset` throws before its work, `invalid` (field `publishAt`).
 */
export async function planPublication(ctx: Context, datasetId: string, publishAt: Date): Promise<Submission> {
  const dataset = await loadDataset(ctx, datasetId);
  await permit(ctx, 'dataset.publish', dataset);
  return transaction(ctx, async (tx) => {
    await lockPointer(tx.db, datasetId, dataset.unitId);
    const draft = await loadDraft(tx, datasetId, 'dataset.publish');
    const { last, publication } = await present(tx, datasetId);
    await refuse(tx, draft, last, publication);
    if ((await roadOfDraft(tx, draft, last)) === 'approval') throw notApproved();
    return planSubmission(tx, await submittedDraft(tx, draft, last), publishAt);
  });
}
