import { actingAs, type Context, transaction } from '../../platform/context.ts';
import {
  type Approval,
  approve,
  giveBack,
  loadSubmission,
  type Submission,
  staleSubmission,
  takeApprovalBack,
} from '../review/index.ts';
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
    await refuseStale(tx, submissionId);
    const { submission, fresh } = await approve(tx, submissionId, approval);
    if (!fresh || submission.kind === 'after') return submission;
    if (submission.publishAt === null) await askForPublication(actingAs(tx, submission.submittedBy), datasetId);
    return submission;
  });
}

/** Asked before anything is written: who approves many goes on with the others in the same transaction. */
async function refuseStale(tx: Context, submissionId: string): Promise<void> {
  const { datasetId, kind, state, stamp } = await loadSubmission(tx, submissionId);
  if (kind === 'after' || state !== 'waiting') return;
  const draft = await loadDraft(tx, datasetId, 'dataset.view-drafts');
  if (draftStamp(draft) !== stamp) throw staleSubmission();
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

/** Takes back an approval whose publication is still to come; false where it is too late. Needs `dataset.approve`. */
export async function unapproveSubmission(ctx: Context, submissionId: string): Promise<boolean> {
  const { datasetId, unitId } = await loadSubmission(ctx, submissionId);
  return transaction(ctx, async (tx) => {
    await lockPointer(tx.db, datasetId, unitId);
    return takeApprovalBack(tx, submissionId);
  });
}
