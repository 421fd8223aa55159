import { type Day, dayOf } from '../../kernel/dates.ts';
import { addWorkingDays, workingDaysBetween } from '../../language/working-days.ts';
import type { ReviewSettings } from './settings.ts';
import type { Submission } from './submission.ts';

/** How a draft gets to the public: freely, at once with a look afterwards, or only by an approval. */
export type Road = 'free' | 'after' | 'approval';

/** @param trusted the dataset's unit, or one above it, is trusted; `routine`: an update as the ones before it */
export function roadOf(
  settings: ReviewSettings,
  facts: { readonly trusted: boolean; readonly routine: boolean },
): Road {
  if (!settings.twoPerson) return 'free';
  return facts.trusted || (settings.routineAtOnce && facts.routine) ? 'after' : 'approval';
}

const YEAR = 366 * 86_400_000;

/** True for an instant a publication can be planned for: later than now, within a year. */
export function isAhead(instant: Date, now: Date): boolean {
  const ahead = instant.getTime() - now.getTime();
  return ahead > 0 && ahead < YEAR;
}

/** The last day of the reviewer's term; it counts from the day after the submission. */
export function reviewDueOn(submittedAt: Date, { termDays }: Pick<ReviewSettings, 'termDays'>): Day {
  return addWorkingDays(dayOf(submittedAt), termDays);
}

type Timed = Pick<Submission, 'state' | 'submittedAt' | 'decidedAt' | 'dueOn'>;

/** How long a submission was, or is, with the reviewer: working days after the day it came. */
export function daysWithReviewer({ submittedAt, decidedAt }: Timed, now: Date): number {
  return workingDaysBetween(dayOf(submittedAt), dayOf(decidedAt ?? now));
}

/** Working days the reviewer is, or was, past the term; 0 in time. */
export function reviewerLateDays(submission: Timed, now: Date): number {
  return Math.max(0, workingDaysBetween(submission.dueOn, dayOf(submission.decidedAt ?? now)));
}

/** Whose the days past a term are, in working days. */
export interface Lateness {
  readonly publisher: number;
  readonly reviewer: number;
}

/**
 * Days past the day an update was due, told to whom they belong: the publisher's clock stood while a submission was with the reviewer.
 * @param submissions of the dataset since its last version; `end`: the publication, or now
 */
export function latenessOf(dueOn: Day, submissions: readonly Timed[], end: Date): Lateness {
  const late = Math.max(0, workingDaysBetween(dueOn, dayOf(end)));
  const reviewer = submissions.reduce((days, { submittedAt, decidedAt }) => {
    const from = dayOf(submittedAt) > dueOn ? dayOf(submittedAt) : dueOn;
    const until = decidedAt && decidedAt < end ? dayOf(decidedAt) : dayOf(end);
    return days + (until > from ? workingDaysBetween(from, until) : 0);
  }, 0);
  return { reviewer: Math.min(late, reviewer), publisher: Math.max(0, late - reviewer) };
}
