import { z } from 'zod';
import { defineJob } from '../../platform/jobs/job.ts';
import { emptyContacts } from './message-store.ts';
import { selectSettings } from './settings-store.ts';

const DAY = 24 * 60 * 60_000;

/** Nightly: erases names and e-mail addresses of messages settled longer ago than the community promises to keep them. */
export const forgetContactsJob = defineJob({
  name: 'community.forget-contacts',
  data: z.object({}),
  handle: async (ctx) => {
    const now = ctx.clock.now().getTime();
    const { keepDays } = await selectSettings(ctx.db);
    const forgotten = await emptyContacts(ctx.db, new Date(now - keepDays * DAY));
    ctx.log.info({ forgotten }, 'contacts of settled messages erased');
  },
});
