import { z } from 'zod';
import { defineJob } from '../jobs/job.ts';
import { handOver } from './hand-over.ts';
import { mailFailure } from './mail-failure.ts';
import { mailServerInForce } from './mail-server.ts';
import { selectMailServer } from './mail-server-store.ts';
import { findLetter, forgetBodies, markLetter, selectToRetry } from './outbox.ts';

export const SEND_LETTER = 'platform.send-letter';

const DAY = 24 * 60 * 60_000;
/** A letter older than this is no news any more: it is not tried again by itself. */
const RETRY_DAYS = 3;
const MOST_ATTEMPTS = 40;
/** Where no server is set. */
const KEEP_DAYS = 30;

/** The job that sends one letter of the outbox. A letter already sent is left alone, so a repeated try sends nothing twice. */
export const sendLetterJob = defineJob({
  name: SEND_LETTER,
  data: z.object({ letterId: z.string() }),
  async handle(ctx, { letterId }) {
    const letter = await findLetter(ctx.db, letterId);
    if (!letter || letter.sentAt || letter.forgottenAt) return;
    const server = await mailServerInForce(ctx);
    if (!server) {
      ctx.log.info({ letterId }, 'no mail server is configured: the letter stays in the outbox');
      return;
    }
    try {
      await handOver(server, letter);
    } catch (error) {
      await markLetter(ctx.db, letterId, { failure: mailFailure(error) });
      throw error;
    }
    await markLetter(ctx.db, letterId, { sentAt: ctx.clock.now() });
  },
});

/** Hourly: letters of the last days that no server took are tried again. */
export const retryLettersJob = defineJob({
  name: 'platform.retry-letters',
  data: z.object({}),
  async handle(ctx) {
    if (!(await mailServerInForce(ctx))) return;
    const since = new Date(ctx.clock.now().getTime() - RETRY_DAYS * DAY);
    for (const id of await selectToRetry(ctx.db, since, MOST_ATTEMPTS)) await ctx.mail.again(ctx.db, id);
  },
});

/** Nightly: what old letters said is forgotten; that they were sent, and to whom, stays for a year. */
export const forgetLettersJob = defineJob({
  name: 'platform.forget-letters',
  data: z.object({}),
  async handle(ctx) {
    const now = ctx.clock.now();
    const days = (await selectMailServer(ctx.db))?.keepDays ?? KEEP_DAYS;
    const forgotten = await forgetBodies(ctx.db, new Date(now.getTime() - days * DAY), now);
    ctx.log.info({ forgotten }, 'texts of old letters forgotten');
  },
});
