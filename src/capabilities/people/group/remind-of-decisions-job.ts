import { z } from 'zod';
import { addDays, dayOf } from '../../../kernel/dates.ts';
import { isWorkingDay } from '../../../language/working-days.ts';
import { defineJob } from '../../../platform/jobs/job.ts';
import { notify } from '../../notices/index.ts';
import { selectDecisions } from './sitting-store.ts';

/** Days before the term at which whoever is to do it is told. */
const AHEAD = 3;

/** On working days: decisions of the working group whose term is near or over. */
export const remindOfDecisionsJob = defineJob({
  name: 'people.remind-of-decisions',
  data: z.object({}),
  async handle(ctx) {
    const today = dayOf(ctx.clock.now());
    if (!isWorkingDay(today)) return;
    for (const { id, text, responsibleId, dueOn } of await selectDecisions(ctx.db, { open: true })) {
      if (responsibleId === null || dueOn === null || dueOn > addDays(today, AHEAD)) continue;
      await notify(ctx, {
        to: { people: [responsibleId] },
        kind: 'group.decision-due',
        subject: { kind: 'decision', id, name: text.slice(0, 120) },
        link: '/cabinet/city/group',
        facts: { dueOn },
        once: `${dueOn} ${dueOn < today ? 'over' : 'ahead'}`,
      });
    }
  },
});
