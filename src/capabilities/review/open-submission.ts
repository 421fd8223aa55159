import { newId } from '../../kernel/ids.ts';
import type { Context } from '../../platform/context.ts';
import type { Dataset } from '../catalog/index.ts';
import { record } from '../history/index.ts';
import type { Reading } from '../ingest/index.ts';
import { notify } from '../notices/index.ts';
import { type ChecklistFacts, checklistOf } from './checklist-rules.ts';
import { noAnswerAboutPeople } from './refusals.ts';
import { reviewDueOn } from './review-rules.ts';
import { selectSettings } from './settings-store.ts';
import { PERSONAL_DATA, type PersonalData, type Submission, type SubmissionKind } from './submission.ts';
import { insertSubmission, lockOpenOf, updateSubmission } from './submission-store.ts';

/** What publishing knows of a draft that is submitted. */
export interface SubmittedDraft {
  readonly dataset: Dataset;
  readonly readings: readonly Reading[];
  readonly stamp: string;
  readonly structure: ChecklistFacts['structure'];
  readonly against: number | null;
}

export interface SubmissionWish {
  readonly kind: SubmissionKind;
  readonly personalData: PersonalData;
  readonly note: string;
  /** Published at once already: the version that is looked at afterwards. */
  readonly versionNumber?: number;
}

/**
 * Gives a draft to review; publishing calls it in its transaction, after its own permission. What waited before gives way to it. Throws `invalid`
 * (no answer about people).
 */
export async function openSubmission(ctx: Context, draft: SubmittedDraft, wish: SubmissionWish): Promise<Submission> {
  const { dataset } = draft;
  const asked = wish.kind === 'before';
  if (asked && !PERSONAL_DATA.some((one) => one === wish.personalData)) throw noAnswerAboutPeople();
  const settings = await selectSettings(ctx.db);
  const now = ctx.clock.now();
  const before = asked ? await lockOpenOf(ctx.db, dataset.id) : null;
  if (before) await updateSubmission(ctx.db, { ...before, state: 'closed', decidedAt: now, publishAt: null });
  const submission: Submission = {
    id: newId(now.getTime()),
    datasetId: dataset.id,
    unitId: dataset.unitId,
    title: dataset.passport.title,
    kind: wish.kind,
    state: 'waiting',
    stamp: draft.stamp,
    against: draft.against,
    checklist: checklistOf({ ...draft, personalData: wish.personalData }),
    personalData: wish.personalData,
    note: wish.note.trim().slice(0, 4000),
    submittedBy: ctx.actor,
    submittedAt: now,
    dueOn: reviewDueOn(now, settings),
    decidedBy: null,
    decidedAt: null,
    reasons: [],
    words: '',
    selfCheck: false,
    publishAt: null,
    failure: null,
    versionNumber: wish.versionNumber ?? null,
  };
  await insertSubmission(ctx.db, submission);
  const subject = subjectOf(submission);
  const { personalData, dueOn } = submission;
  await record(ctx, {
    deed: asked ? 'dataset.submitted' : 'dataset.submitted-after',
    subject,
    after: { personalData, dueOn, version: wish.versionNumber },
    note: submission.note,
  });
  await notify(ctx, {
    to: { deed: 'dataset.approve', place: settings.reviewers === 'unit' ? dataset : null },
    kind: 'dataset.submitted',
    subject,
    link: `/cabinet/review/${submission.id}`,
    facts: { dueOn },
  });
  return submission;
}

/** How the history and the notices call it. */
export function subjectOf({ datasetId, title }: Pick<Submission, 'datasetId' | 'title'>) {
  return { kind: 'dataset', id: datasetId, name: title };
}
