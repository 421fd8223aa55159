import { addDays, type Day, dayOf } from '../../kernel/dates.ts';
import type { Page, Paged } from '../../kernel/paging.ts';
import type { Context } from '../../platform/context.ts';
import { may, reachOf } from '../accounts/index.ts';
import { daysWithReviewer, type Lateness, latenessOf, reviewerLateDays } from './review-rules.ts';
import { selectSettings } from './settings-store.ts';
import { reviewStanding } from './standing.ts';
import type { Submission } from './submission.ts';
import {
  selectApproved,
  selectDue,
  selectNewestOfEach,
  selectSubmissionsOf,
  selectWaiting,
} from './submission-store.ts';

/** A submission that waits for a decision, with the reviewer's clock. */
export interface WaitingSubmission {
  readonly submission: Submission;
  /** Working days it has been with the reviewer, and those past the term. */
  readonly days: number;
  readonly lateDays: number;
}

/** Which of them; what is left out does not narrow. */
export interface WaitingFilter {
  readonly unitIds?: readonly string[];
  /** Only those past the reviewer's term. */
  readonly late?: boolean;
  /** Only those that wait so many calendar days or longer. */
  readonly olderThanDays?: number;
}

/**
 * What waits for the actor's decision (`dataset.approve`), the earliest term first: for the list «На перевірці» and the desk. Empty for those who
 * decide nothing.
 */
export async function waitingForReview(
  ctx: Context,
  filter: WaitingFilter = {},
  page: Page = { page: 1, size: 50 },
): Promise<Paged<WaitingSubmission>> {
  const now = ctx.clock.now();
  const { reviewers } = await selectSettings(ctx.db);
  if (reviewers === 'coordinators' && !(await may(ctx, 'dataset.approve', null)))
    return { items: [], total: 0, ...page };
  const reach = await reachOf(ctx, 'dataset.approve');
  const older = filter.olderThanDays;
  const { items, total } = await selectWaiting(
    ctx.db,
    {
      reach,
      unitIds: filter.unitIds ?? null,
      lateOn: filter.late ? dayOf(now) : null,
      submittedBefore: older ? new Date(`${addDays(dayOf(now), 1 - older)}T00:00:00+02:00`) : null,
    },
    page,
  );
  const waiting = items.map((submission) => ({
    submission,
    days: daysWithReviewer(submission, now),
    lateDays: reviewerLateDays(submission, now),
  }));
  return { items: waiting, total, ...page };
}

/** The newest submission of a dataset; null where it was never submitted. The caller has asked the right to see the draft. */
export async function newestSubmission(ctx: Context, datasetId: string): Promise<Submission | null> {
  return (await reviewStanding(ctx, datasetId)).submission;
}

/** The newest submission of each, by dataset. The caller has asked the right to see the drafts. */
export async function newestSubmissions(
  ctx: Context,
  datasetIds: readonly string[],
): Promise<ReadonlyMap<string, Submission>> {
  const found = datasetIds.length === 0 ? [] : await selectNewestOfEach(ctx.db, datasetIds);
  return new Map(found.map((submission) => [submission.datasetId, submission]));
}

/** The approval of exactly this draft, not published yet; for the gate of publishing. */
export function approvalOf(ctx: Context, datasetId: string, stamp: string): Promise<Submission | null> {
  return selectApproved(ctx.db, datasetId, stamp);
}

/** Planned publications whose instant has come; for the job of publishing. */
export function duePublications(ctx: Context): Promise<Submission[]> {
  return selectDue(ctx.db, ctx.clock.now());
}

/**
 * Days past the day an update was due, told to whom they belong: for the desk and for monitoring. The caller has asked the right.
 * @param end the publication; now where there is none
 */
export async function reviewLateness(ctx: Context, datasetId: string, dueOn: Day, end?: Date): Promise<Lateness> {
  const submissions = await selectSubmissionsOf(ctx.db, datasetId, 100);
  const before = submissions.filter(({ kind }) => kind === 'before');
  return latenessOf(dueOn, before, end ?? ctx.clock.now());
}
