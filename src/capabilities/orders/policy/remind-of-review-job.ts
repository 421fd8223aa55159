import { z } from 'zod';
import { addDays, dayOf } from '../../../kernel/dates.ts';
import { isWorkingDay } from '../../../language/working-days.ts';
import { defineJob } from '../../../platform/jobs/job.ts';
import { notify } from '../../notices/index.ts';
import { selectPolicies } from './policy-store.ts';

/** Days before the yearly review at which those who keep the papers are told. */
const AHEAD = 30;

/** On working days: a policy whose yearly review is near or past; once ahead and once when the day has come. */
export const remindOfReviewJob = defineJob({
  name: 'orders.remind-of-review',
  data: z.object({}),
  async handle(ctx) {
    const today = dayOf(ctx.clock.now());
    if (!isWorkingDay(today)) return;
    for (const { policy } of await selectPolicies(ctx.db)) {
      const { id, title, reviewOn } = policy;
      if (reviewOn === null || addDays(today, AHEAD) < reviewOn) continue;
      await notify(ctx, {
        to: { deed: 'city.manage', place: null },
        kind: 'policy.review',
        subject: { kind: 'policy', id, name: title },
        link: '/cabinet/city/policy',
        facts: { dueOn: reviewOn },
        once: `${reviewOn} ${reviewOn > today ? 'ahead' : 'come'}`,
      });
    }
  },
});
