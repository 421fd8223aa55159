import { z } from 'zod';
import { dayOf } from '../../../kernel/dates.ts';
import { isWorkingDay } from '../../../language/working-days.ts';
import { defineJob } from '../../../platform/jobs/job.ts';
import { notify } from '../../notices/index.ts';
import { ownRequired } from '../state/own-part.ts';

/** On working days, before the digest: answers why there are no data whose review is due within a week, and those past it; each told once. */
export const remindOfReviewsJob = defineJob({
  name: 'mandates.remind-of-reviews',
  data: z.object({}),
  async handle(ctx) {
    const today = dayOf(ctx.clock.now());
    if (!isWorkingDay(today)) return;
    const part = await ownRequired(ctx);
    for (const { one, cell, unitName, dueOn } of part?.reviews ?? []) {
      await notify(ctx, {
        to: { deed: 'mandate.answer', place: cell.unitId },
        kind: 'mandates.review-due',
        subject: { kind: 'unit', id: cell.unitId, name: one.item.title },
        link: `/cabinet/city/required/items/${one.item.line}`,
        facts: { dueOn, unit: unitName },
        once: `${one.item.line} ${dueOn} ${dueOn < today ? 'past' : 'soon'}`,
      });
    }
  },
});
