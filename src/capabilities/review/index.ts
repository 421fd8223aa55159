/**
 * Review (модерація): who decides what is published and how: settings, submissions frozen by the stamp of their draft, the checklist, comments on
 * a field or a cell, the reviewer's term. What spans a draft and its publication (submitting, approving, the gate) are use cases of publishing.
 * Tables: review_settings, _trusted, _submission, _comment. Uses: accounts, history, notices, catalog, ingest.
 */
export { changeReviewSettings, reviewSettings } from './change-settings.ts';
export { CHECKLIST, type ChecklistCode, type ChecklistItem } from './checklist-rules.ts';
export type { Comment, CommentPlace, Reply } from './comment.ts';
export {
  type Approval,
  approve,
  closeOpen,
  failPublication,
  giveBack,
  loadSubmission,
  settleSubmissions,
  startPlanned,
  takeApprovalBack,
  takeBack,
} from './decide.ts';
export { moveSubmissions } from './move-submissions.ts';
export { openSubmission, planSubmission, type SubmissionWish, type SubmittedDraft } from './open-submission.ts';
export {
  approvalOf,
  duePublications,
  newestSubmission,
  newestSubmissions,
  reviewLateness,
  type WaitingFilter,
  type WaitingSubmission,
  waitingForReview,
} from './read-submissions.ts';
export { RETURN_REASONS, type ReturnReason } from './reasons.ts';
export { staleSubmission } from './refusals.ts';
export { remindReviewersJob } from './remind-reviewers-job.ts';
export { type Lateness, type Road, roadOf } from './review-rules.ts';
export { type ReviewWork, reviewWorkQuestion } from './review-work.ts';
export type { ReviewSettings } from './settings.ts';
export { reviewStanding } from './standing.ts';
export {
  isPlannedFreely,
  PERSONAL_DATA,
  type PersonalData,
  type Submission,
  type SubmissionState,
  wantedInstant,
} from './submission.ts';
export { commentOn, listComments, replyTo, resolveComment } from './write-comment.ts';
