import { z } from 'zod';
import { dayOf } from '../../kernel/dates.ts';
import { defineJob } from '../../platform/jobs/job.ts';
import { faultInWords } from './fault-words.ts';
import { verifyHistory } from './verify-history.ts';

/** Nightly: checks the whole chain, puts its head into the log (a place outside of the database), and has administrators told of damage. */
export const checkHistoryJob = defineJob({
  name: 'history.check',
  data: z.object({}),
  handle: async (ctx) => {
    const { head, faults } = await verifyHistory(ctx);
    ctx.log.info({ ...head, faults: faults.length }, 'history checked');
    const [first] = faults;
    if (!first) return;
    ctx.log.error({ faults }, 'the history is damaged');
    await ctx.emit(ctx.db, {
      name: 'notice-asked',
      notice: {
        to: { deed: 'settings.change', place: null },
        kind: 'history.broken',
        subject: { kind: 'history', id: first.entryId ?? String(first.position), name: faultInWords(first).uk },
        link: '/cabinet/history',
        once: dayOf(ctx.clock.now()),
      },
    });
  },
});
