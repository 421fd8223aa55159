import { z } from 'zod';
import { dayOf } from '../../../kernel/dates.ts';
import { defineJob } from '../../../platform/jobs/job.ts';
import { findCard } from '../../catalog/index.ts';
import { notify } from '../../notices/index.ts';
import { selectOverdue } from './report-store.ts';

/** Each morning: tells again of reports nobody answered in their term. Repeating it is harmless. */
export const remindOfReportsJob = defineJob({
  name: 'exposure.remind-of-reports',
  data: z.object({}),
  async handle(ctx) {
    const today = dayOf(ctx.clock.now());
    for (const { id, datasetId, unitId, dueOn } of await selectOverdue(ctx.db, today)) {
      const card = await findCard(ctx, datasetId);
      const notice = {
        kind: 'exposure.overdue',
        subject: { kind: 'dataset', id: datasetId, name: card?.passport.title ?? '' },
        link: `/cabinet/exposure/reports/${id}`,
        facts: { dueOn },
        once: `${id} ${today}`,
      } as const;
      await notify(ctx, { ...notice, to: { deed: 'message.answer', place: { id: datasetId, unitId } } });
      await notify(ctx, { ...notice, to: { deed: 'city.manage', place: null } });
    }
  },
});
