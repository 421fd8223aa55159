import { newId } from '../../kernel/ids.ts';
import type { Context } from '../../platform/context.ts';
import type { Dataset } from '../catalog/index.ts';
import { record } from '../history/index.ts';
import type { Reading } from '../ingest/index.ts';
import { notify } from '../notices/index.ts';
import { type ChecklistFacts, checklistOf } from './checklist-rules.ts';
import { badInstant, noAnswerAboutPeople } from './refusals.ts';
import { isAhead, reviewDueOn } from './review-rules.ts';
import type { ReviewSettings } from './settings.ts';
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
  /** When it should be published once it is approved; left out: at once. */
  readonly wantedAt?: Date | null;
  /** Published at once already: the version that is looked at afterwards. */
  readonly versionNumber?: number;
}

/**
 * Gives a draft to review; publishing calls it in its transaction, after its own permission. What waited before gives way to it. Throws `invalid`
 * (no answer about people; `wantedAt`).
 */
export async function openSubmission(ctx: Context, draft: SubmittedDraft, wish: SubmissionWish): Promise<Submission> {
  const { dataset } = draft;
  const asked = wish.kind === 'before';
  if (asked && !PERSONAL_DATA.some((one) => one === wish.personalData)) throw noAnswerAboutPeople();
  const settings = await selectSettings(ctx.db);
  const now = ctx.clock.now();
  const wantedAt = wish.wantedAt ?? null;
  if (wantedAt && !isAhead(wantedAt, now)) throw badInstant('wantedAt');
  if (asked) await giveWay(ctx, dataset.id);
  const submission: Submission = {
    ...freshSubmission(ctx, draft, settings, wish.personalData),
    kind: wish.kind,
    note: wish.note.trim().slice(0, 4000),
    wantedAt,
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

/**
 * Plans the publication of a draft that needs no approval, in the name of the actor: nobody decides, the instant alone is waited for. Publishing
 * calls it in its transaction, after its own permission. What was open before gives way to it. Throws `invalid` (field `publishAt`).
 */
export async function planSubmission(ctx: Context, draft: SubmittedDraft, publishAt: Date): Promise<Submission> {
  if (!isAhead(publishAt, ctx.clock.now())) throw badInstant('publishAt');
  await giveWay(ctx, draft.dataset.id);
  const fresh = freshSubmission(ctx, draft, await selectSettings(ctx.db), 'not-asked');
  const submission: Submission = { ...fresh, state: 'approved', wantedAt: publishAt, publishAt };
  await insertSubmission(ctx.db, submission);
  const after = { publishAt: publishAt.toISOString() };
  await record(ctx, { deed: 'dataset.publication-planned', subject: subjectOf(submission), after });
  return submission;
}

/** What waited before gives way to what comes. */
async function giveWay(ctx: Context, datasetId: string): Promise<void> {
  const before = await lockOpenOf(ctx.db, datasetId);
  const decidedAt = ctx.clock.now();
  if (before) await updateSubmission(ctx.db, { ...before, state: 'closed', decidedAt, publishAt: null });
}

/** A submission as it begins: it waits, and nothing is said with it. */
function freshSubmission(
  ctx: Context,
  draft: SubmittedDraft,
  settings: ReviewSettings,
  personalData: PersonalData,
): Submission {
  const { dataset } = draft;
  const now = ctx.clock.now();
  return {
    id: newId(now.getTime()),
    datasetId: dataset.id,
    unitId: dataset.unitId,
    title: dataset.passport.title,
    kind: 'before',
    state: 'waiting',
    stamp: draft.stamp,
    against: draft.against,
    checklist: checklistOf({ ...draft, personalData }),
    personalData,
    note: '',
    submittedBy: ctx.actor,
    submittedAt: now,
    dueOn: reviewDueOn(now, settings),
    decidedBy: null,
    decidedAt: null,
    reasons: [],
    words: '',
    selfCheck: false,
    publishAt: null,
    wantedAt: null,
    failure: null,
    versionNumber: null,
  };
}

/** How the history and the notices call it. */
export function subjectOf({ datasetId, title }: Pick<Submission, 'datasetId' | 'title'>) {
  return { kind: 'dataset', id: datasetId, name: title };
}
