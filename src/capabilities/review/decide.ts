import { type Actor, personId } from '../../kernel/actor.ts';
import { isId } from '../../kernel/ids.ts';
import type { Context } from '../../platform/context.ts';
import { may, permit } from '../accounts/index.ts';
import { record } from '../history/index.ts';
import { notify, settleNotices } from '../notices/index.ts';
import { CHECKLIST } from './checklist-rules.ts';
import { subjectOf } from './open-submission.ts';
import { isReturnReason, RETURN_REASONS, type ReturnReason } from './reasons.ts';
import {
  alreadyDecided,
  badInstant,
  listNotTicked,
  noReasons,
  noSubmission,
  notAReviewer,
  noWords,
} from './refusals.ts';
import { isAhead } from './review-rules.ts';
import { selectSettings } from './settings-store.ts';
import { reviewStanding } from './standing.ts';
import { selectSubmissionAndStanding } from './standing-store.ts';
import { isOpen, type Submission } from './submission.ts';
import { closeReturned, lockOpenOf, lockSubmission, updateSubmission } from './submission-store.ts';

/** True where one person submitted it and decides on it. */
function isOwn(submission: Submission, actor: Actor): boolean {
  const id = personId(actor);
  return id !== null && id === personId(submission.submittedBy);
}

/** Throws unless the actor may decide here: `dataset.approve`, and by the settings perhaps over the whole portal. */
export async function permitToDecide(ctx: Context, submission: Submission): Promise<void> {
  await permit(ctx, 'dataset.approve', { id: submission.datasetId, unitId: submission.unitId });
  if (ctx.actor.kind === 'guest') return; // whoever gave the link decided who may
  const { reviewers } = await selectSettings(ctx.db);
  if (reviewers === 'coordinators' && !(await may(ctx, 'dataset.approve', null))) throw notAReviewer();
}

/** The submission as it stands, for those who may decide or see the draft. Throws `not-found`, `forbidden`. */
export async function loadSubmission(ctx: Context, id: string): Promise<Submission> {
  const found = isId(id) ? await selectSubmissionAndStanding(ctx.db, id) : null;
  if (!found) throw noSubmission();
  const { submission, standing } = found;
  await reviewStanding(ctx, submission.datasetId, standing);
  await permit(ctx, 'dataset.view-drafts', { id: submission.datasetId, unitId: submission.unitId });
  return submission;
}

async function openToDecide(ctx: Context, id: string): Promise<Submission> {
  const submission = await lockSubmission(ctx.db, id);
  if (!submission) throw noSubmission();
  await permitToDecide(ctx, submission);
  return submission;
}

/** What an approver says. */
export interface Approval {
  /** Lines of the list that were gone through; all of them where the approver submitted it too. */
  readonly ticked: readonly string[];
  /** Null: at once. */
  readonly publishAt: Date | null;
}

/**
 * Approves a submission; publishing calls it in its transaction, after comparing the stamp, and sees to the publication. Approving what is
 * approved already changes nothing (a second click, a second reviewer). Throws `conflict` (`already-decided`), `invalid`, `forbidden`.
 */
export async function approve(
  ctx: Context,
  id: string,
  approval: Approval,
): Promise<{ readonly submission: Submission; readonly fresh: boolean }> {
  const before = await openToDecide(ctx, id);
  if (before.state === 'approved' || before.state === 'published') return { submission: before, fresh: false };
  if (before.state !== 'waiting') throw alreadyDecided();
  const own = isOwn(before, ctx.actor);
  if (own && !CHECKLIST.every((code) => approval.ticked.includes(code))) throw listNotTicked();
  const now = ctx.clock.now();
  const { publishAt } = approval;
  if (publishAt && !isAhead(publishAt, now)) throw badInstant('publishAt');
  const after = before.kind === 'after';
  const submission: Submission = {
    ...before,
    state: after ? 'published' : 'approved',
    decidedBy: ctx.actor,
    decidedAt: now,
    selfCheck: own,
    publishAt: after ? null : publishAt,
  };
  await updateSubmission(ctx.db, submission);
  await record(ctx, {
    deed: own ? 'dataset.approved-by-self' : 'dataset.approved',
    subject: subjectOf(submission),
    after: { ticked: own ? approval.ticked : undefined, publishAt: publishAt?.toISOString() },
  });
  await settleNotices(ctx, submission.datasetId, ['review.late']);
  await tellSubmitter(ctx, submission, publishAt ? 'dataset.scheduled' : 'dataset.approved');
  return { submission, fresh: true };
}

/**
 * Takes back the approval of a publication that is still to come: the submission waits for a decision again. False where it is too late.
 * Throws `forbidden`, `not-found`.
 */
export async function takeApprovalBack(ctx: Context, id: string): Promise<boolean> {
  const before = await openToDecide(ctx, id);
  if (before.state !== 'approved' || before.publishAt === null) return false;
  const submission: Submission = {
    ...before,
    state: 'waiting',
    decidedBy: null,
    decidedAt: null,
    selfCheck: false,
    publishAt: null,
  };
  await updateSubmission(ctx.db, submission);
  await record(ctx, { deed: 'dataset.approval-taken-back', subject: subjectOf(submission) });
  return true;
}

/** Returns a submission with reasons of the list and own words. Throws `conflict` (`already-decided`), `invalid`, `forbidden`. */
export async function giveBack(
  ctx: Context,
  id: string,
  wish: { readonly reasons: readonly string[]; readonly words: string },
): Promise<Submission> {
  const before = await openToDecide(ctx, id);
  if (before.state !== 'waiting') throw alreadyDecided();
  const reasons: ReturnReason[] = wish.reasons.filter(isReturnReason);
  const words = wish.words.trim();
  if (reasons.length === 0) throw noReasons();
  if (words.length > 4000 || (reasons.includes('other') && words === '')) throw noWords('words');
  const now = ctx.clock.now();
  const submission: Submission = {
    ...before,
    state: 'returned',
    decidedBy: ctx.actor,
    decidedAt: now,
    reasons: [...new Set(reasons)],
    words,
  };
  await updateSubmission(ctx.db, submission);
  await record(ctx, { deed: 'dataset.returned', subject: subjectOf(submission), after: { reasons }, note: words });
  await settleNotices(ctx, submission.datasetId, ['review.late']);
  const inWords = submission.reasons.map((reason) => RETURN_REASONS[reason].uk).join('; ');
  await tellSubmitter(ctx, submission, 'dataset.returned', words === '' ? inWords : `${inWords}. ${words}`);
  return submission;
}

async function tellSubmitter(
  ctx: Context,
  submission: Submission,
  kind:
    | 'dataset.approved'
    | 'dataset.scheduled'
    | 'dataset.returned'
    | 'dataset.not-published'
    | 'dataset.review-closed',
  reason?: string,
): Promise<void> {
  const submitter = personId(submission.submittedBy);
  if (submitter === null) return;
  const link = `/cabinet/datasets/${submission.datasetId}${kind === 'dataset.returned' ? '/publish' : ''}`;
  await notify(ctx, { to: { people: [submitter] }, kind, subject: subjectOf(submission), link, facts: { reason } });
}

/** Takes a submission or a planned publication back. The caller has asked the right. False where nothing was open. */
export async function takeBack(ctx: Context, datasetId: string): Promise<boolean> {
  const open = await lockOpenOf(ctx.db, datasetId);
  if (!open) return false;
  await updateSubmission(ctx.db, {
    ...open,
    state: 'taken-back',
    decidedAt: open.decidedAt ?? ctx.clock.now(),
    publishAt: null,
  });
  await settleNotices(ctx, datasetId, ['review.late']);
  await record(ctx, { deed: 'dataset.submission-taken-back', subject: subjectOf(open) });
  return true;
}

/**
 * The dataset is closed for the public: what waited for a decision or for its instant has lost its sense, and its author is told. Publishing calls
 * it in its transaction, under the pointer's lock, so that an approval at the same moment comes before it or is too late. False where nothing was open.
 * @param why in the words of whoever closed the dataset
 */
export async function closeOpen(ctx: Context, datasetId: string, why: string): Promise<boolean> {
  const open = await lockOpenOf(ctx.db, datasetId);
  if (!open) return false;
  await updateSubmission(ctx.db, {
    ...open,
    state: 'closed',
    decidedAt: open.decidedAt ?? ctx.clock.now(),
    publishAt: null,
  });
  await settleNotices(ctx, datasetId, ['review.late']);
  await record(ctx, { deed: 'dataset.submission-closed', subject: subjectOf(open), note: why });
  await tellSubmitter(ctx, open, 'dataset.review-closed', why);
  return true;
}

/** Publishing calls it in the transaction of a version: the approval is carried out; what else was open has lost its sense. */
export async function settleSubmissions(
  ctx: Context,
  datasetId: string,
  version: { readonly number: number; readonly stamp: string },
): Promise<void> {
  await closeReturned(ctx.db, datasetId, version.number);
  const open = await lockOpenOf(ctx.db, datasetId);
  if (!open) return;
  const carriedOut = open.state === 'approved' && open.stamp === version.stamp;
  await updateSubmission(ctx.db, {
    ...open,
    state: carriedOut ? 'published' : 'closed',
    decidedAt: open.decidedAt ?? ctx.clock.now(),
    publishAt: null,
    failure: null,
    versionNumber: version.number,
  });
}

/** A planned publication did not come about: it is said to who submitted and asked for no more by itself. */
export async function failPublication(
  ctx: Context,
  id: string,
  failure: NonNullable<Submission['failure']>,
): Promise<void> {
  const submission = await lockSubmission(ctx.db, id);
  if (!submission || !isOpen(submission)) return;
  await updateSubmission(ctx.db, { ...submission, publishAt: null, failure });
  await tellSubmitter(ctx, submission, 'dataset.not-published', failure.text.uk);
}

/** The instant of a planned publication has come, and it was asked for: it is not asked for again. */
export async function startPlanned(ctx: Context, id: string): Promise<void> {
  const submission = await lockSubmission(ctx.db, id);
  if (submission?.state === 'approved') await updateSubmission(ctx.db, { ...submission, publishAt: null });
}
