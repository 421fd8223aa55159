import { actingAs, type Context, transaction } from '../../platform/context.ts';
import { type Approval, approve, giveBack, loadSubmission, type Submission, staleSubmission } from '../review/index.ts';
import { askForPublication } from './ask-for-publication.ts';
import { loadDraft } from './draft.ts';
import { draftStamp } from './draft-rules.ts';
import { lockPointer } from './pointer-store.ts';

/**
 * Approves a submission: it is published at once, or at the planned instant, in the name of who submitted it, with the approver remembered. All in
 * one transaction: what was approved is published, whatever dies in between. Needs `dataset.approve`. Throws `conflict` (`submission-stale`,
 * `already-decided`, `dataset-withdrawn` …), `invalid`, `forbidden`.
 */
export async function approveSubmission(ctx: Context, submissionId: string, approval: Approval): Promise<Submission> {
  const { datasetId, unitId } = await loadSubmission(ctx, submissionId);
  return transaction(ctx, async (tx) => {
    // the pointer first, as every publication does: two locks are always taken in this order
    await lockPointer(tx.db, datasetId, unitId);
    const { submission, fresh } = await approve(tx, submissionId, approval);
    if (!fresh || submission.kind === 'after') return submission;
    const draft = await loadDraft(tx, datasetId, 'dataset.view-drafts');
    if (draftStamp(draft) !== submission.stamp) throw staleSubmission();
    if (submission.publishAt === null) await askForPublication(actingAs(tx, submission.submittedBy), datasetId);
    return submission;
  });
}

/** Returns a submission with reasons and own words. Needs `dataset.approve`. Throws `conflict` (`already-decided`), `invalid`, `forbidden`. */
export async function returnSubmission(
  ctx: Context,
  submissionId: string,
  wish: { readonly reasons: readonly string[]; readonly words: string },
): Promise<Submission> {
  const { datasetId, unitId } = await loadSubmission(ctx, submissionId);
  return transaction(ctx, async (tx) => {
    await lockPointer(tx.db, datasetId, unitId);
    return giveBack(tx, submissionId, wish);
  });
}
