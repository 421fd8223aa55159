import { z } from 'zod';
import { dayOf } from '../../kernel/dates.ts';
import { isWorkingDay } from '../../language/working-days.ts';
import type { Context } from '../../platform/context.ts';
import { defineJob } from '../../platform/jobs/job.ts';
import { notify } from '../notices/index.ts';
import { subjectOf } from './open-submission.ts';
import { reviewerLateDays } from './review-rules.ts';
import type { ReviewSettings } from './settings.ts';
import { selectSettings } from './settings-store.ts';
import type { Submission } from './submission.ts';
import { selectWaiting } from './submission-store.ts';

const AT_ONCE = 200;
/** Working days past the term after which those who look after the whole portal hear of it too. */
const COORDINATOR_AFTER = 3;

/** On working days, before the digest: reviews past their term, told to those whose lateness it is. Each term is told once. */
export const remindReviewersJob = defineJob({
  name: 'review.remind-reviewers',
  data: z.object({}),
  async handle(ctx) {
    const today = dayOf(ctx.clock.now());
    if (!isWorkingDay(today)) return;
    const settings = await selectSettings(ctx.db);
    const question = { reach: 'all', unitIds: null, lateOn: today, submittedBefore: null } as const;
    for (let page = 1; ; page += 1) {
      const { items } = await selectWaiting(ctx.db, question, { page, size: AT_ONCE });
      for (const submission of items) await remindOf(ctx, submission, settings);
      if (items.length < AT_ONCE || ctx.signal.aborted) break;
    }
  },
});

async function remindOf(ctx: Context, submission: Submission, { reviewers }: ReviewSettings): Promise<void> {
  const { id, datasetId, unitId, dueOn } = submission;
  const told = { kind: 'review.late', subject: subjectOf(submission), facts: { dueOn } } as const;
  const link = `/cabinet/review/${id}`;
  const place = reviewers === 'unit' ? { id: datasetId, unitId } : null;
  await notify(ctx, { ...told, link, to: { deed: 'dataset.approve', place }, once: `${id} ${dueOn}` });
  if (reviewerLateDays(submission, ctx.clock.now()) < COORDINATOR_AFTER) return;
  await notify(ctx, { ...told, link, to: { deed: 'dataset.coordinate', place: null }, once: `all ${id} ${dueOn}` });
}
