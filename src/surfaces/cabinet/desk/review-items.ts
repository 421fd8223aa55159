import type { Submission, WaitingSubmission } from '../../../capabilities/review/index.ts';
import { dayInWords } from '../../../language/dates.ts';
import { reviewTexts } from '../../../locales/review.ts';
import { href, type Visit } from '../../components/index.ts';
import type { DeskItem } from './desk-item.ts';

/** A submission that waits for this person's decision, as a line of the desk. */
export function reviewItem(visit: Visit, { submission, lateDays }: WaitingSubmission): DeskItem {
  const texts = reviewTexts[visit.language];
  const day = dayInWords(submission.dueOn, visit.language);
  const path = href(visit, `/cabinet/review/${submission.id}`);
  return {
    key: submission.id,
    deed: texts.desk.deed,
    title: submission.title,
    path,
    about: 'name' in submission.submittedBy ? submission.submittedBy.name : undefined,
    badge: {
      kind: lateDays > 0 ? 'error' : 'attention',
      words: lateDays > 0 ? texts.list.lateBy(lateDays, day) : texts.list.due(day),
    },
    dueOn: submission.dueOn,
    since: submission.submittedAt,
    button: { label: texts.desk.button, path },
    somebodyWaits: true,
  };
}

/**
 * The line of a dataset as its review leaves it: what was returned is to be mended first; what a reviewer has waits for nobody here (null), unless
 * its own term is past.
 */
export function ofSubmission(visit: Visit, item: DeskItem, submission: Submission | undefined): DeskItem | null {
  if (submission?.state === 'returned' && item.dueOn === null) {
    const texts = reviewTexts[visit.language].desk;
    const path = href(visit, `/cabinet/datasets/${submission.datasetId}/publish`);
    return {
      ...item,
      deed: texts.mend,
      badge: { kind: 'attention', words: texts.returned },
      button: { label: texts.button, path },
      somebodyWaits: true,
    };
  }
  const withReviewer = submission?.state === 'waiting' && submission.kind === 'before';
  const planned = submission?.state === 'approved' && submission.publishAt !== null;
  return (withReviewer || planned) && item.dueOn === null ? null : item;
}
