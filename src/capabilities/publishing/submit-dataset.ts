import { type Context, transaction } from '../../platform/context.ts';
import { permit } from '../accounts/index.ts';
import { loadDataset } from '../catalog/index.ts';
import type { Decision, Statement } from '../privacy/index.ts';
import {
  isPlannedFreely,
  newestSubmission,
  openSubmission,
  type PersonalData,
  type Road,
  type Submission,
  takeBack,
} from '../review/index.ts';
import { loadDraft } from './draft.ts';
import { draftStamp } from './draft-rules.ts';
import { lockPointer } from './pointer-store.ts';
import { present } from './present.ts';
import { refuse } from './publish-dataset.ts';
import { roadOfDraft, submittedDraft } from './review-gate.ts';

/** What whoever submits says with it. */
export interface SubmissionForm {
  readonly personalData: PersonalData;
  readonly note: string;
  /** When it should be published once it is approved; left out: at once. */
  readonly wantedAt?: Date | null;
}

/**
 * Gives the draft as it is now to be reviewed. What is not ready to be published is not ready to be reviewed. Needs `dataset.submit`. Throws what
 * `publishDataset` throws before its work, and `invalid` (no answer about people).
 */
export async function submitDataset(ctx: Context, datasetId: string, form: SubmissionForm): Promise<Submission> {
  const dataset = await loadDataset(ctx, datasetId);
  await permit(ctx, 'dataset.submit', dataset);
  return transaction(ctx, async (tx) => {
    await lockPointer(tx.db, datasetId, dataset.unitId);
    const draft = await loadDraft(tx, datasetId, 'dataset.view-drafts');
    const { last, publication } = await present(tx, datasetId);
    await refuse(tx, draft, last, publication);
    const before = await newestSubmission(tx, datasetId);
    // a second click gives the same submission
    if (before?.state === 'waiting' && before.kind === 'before' && before.stamp === draftStamp(draft)) return before;
    return openSubmission(tx, await submittedDraft(tx, draft, last), { kind: 'before', ...form });
  });
}

/** Takes a submission, or a planned publication, back: the draft is the submitter's again. Needs `dataset.submit`. */
export async function takeBackSubmission(ctx: Context, datasetId: string): Promise<void> {
  const dataset = await loadDataset(ctx, datasetId);
  await permit(ctx, 'dataset.submit', dataset);
  await transaction(ctx, async (tx) => {
    await lockPointer(tx.db, datasetId, dataset.unitId);
    await takeBack(tx, datasetId);
  });
}

/** Where a draft stands between its author and the public. */
export interface DraftReview {
  /** How it gets to the public. */
  readonly road: Road;
  /** The newest submission, whatever became of it. */
  readonly submission: Submission | null;
  /** The draft was changed since that submission. */
  readonly stale: boolean;
  /** Exactly this draft is approved. */
  readonly approved: boolean;
  /** Exactly this draft is to be published at an instant without an approval: nobody has to give one. */
  readonly planned: boolean;
  /** On the personal data of its files, in force or waiting. */
  readonly decisions: readonly Decision[];
  /** Of files that are published as they are, with titles of their resources. */
  readonly statements: readonly { readonly title: string; readonly statement: Statement }[];
}

/** Where the draft of a dataset stands in its review. Needs `dataset.view-drafts`. */
export async function reviewOfDraft(ctx: Context, datasetId: string): Promise<DraftReview> {
  const draft = await loadDraft(ctx, datasetId, 'dataset.view-drafts');
  const { last } = await present(ctx, datasetId);
  const submission = await newestSubmission(ctx, datasetId);
  const stamp = draftStamp(draft);
  const exactly = submission?.state === 'approved' && submission.stamp === stamp;
  return {
    road: await roadOfDraft(ctx, draft, last),
    submission,
    stale: submission !== null && submission.stamp !== stamp,
    // an approval that waits for its publication is always the newest
    approved: exactly && !isPlannedFreely(submission),
    planned: exactly && isPlannedFreely(submission),
    decisions: draft.resources.flatMap((part) => part.decisions),
    statements: draft.resources.flatMap(({ resource, statement }) =>
      statement ? [{ title: resource.title, statement }] : [],
    ),
  };
}
