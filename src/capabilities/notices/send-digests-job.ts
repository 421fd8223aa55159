import { z } from 'zod';
import { dayOf } from '../../kernel/dates.ts';
import { isWorkingDay } from '../../language/working-days.ts';
import { type Context, transaction } from '../../platform/context.ts';
import { defineJob } from '../../platform/jobs/job.ts';
import { findPerson } from '../accounts/index.ts';
import { NOTICE_KINDS } from './notice-kinds.ts';
import { deleteOld, selectPeopleToWrite, selectUnmailed, updateMailed } from './notice-store.ts';
import { wantsLetter } from './notify.ts';
import { DEFAULT_PREFERENCES, selectPreferences } from './preference-store.ts';
import { writeNoticeLetter } from './write-letter.ts';

const DAY = 24 * 60 * 60_000;
/** Read notices are kept so long, those nobody opened twice as long. */
const KEPT_DAYS = 90;

/** At nine on working days: what came since the last digest and is not read yet, in one letter for each person. */
export const sendDigestsJob = defineJob({
  name: 'notices.send-digests',
  data: z.object({}),
  async handle(ctx) {
    const now = ctx.clock.now();
    if (!isWorkingDay(dayOf(now))) return;
    for (const personId of await selectPeopleToWrite(ctx.db)) {
      if (ctx.signal.aborted) return;
      await transaction(ctx, (inner) => writeDigest(inner, personId));
    }
    await deleteOld(ctx.db, new Date(now.getTime() - KEPT_DAYS * DAY), new Date(now.getTime() - 2 * KEPT_DAYS * DAY));
  },
});

const URGENT = Object.entries(NOTICE_KINDS).flatMap(([kind, { urgent }]) => (urgent ? [kind] : []));

/** Hourly: urgent news of people who had a letter a moment before, with all else that waits for them, in one letter. */
export const gatherUrgentJob = defineJob({
  name: 'notices.gather-urgent',
  data: z.object({}),
  async handle(ctx) {
    for (const personId of await selectPeopleToWrite(ctx.db, URGENT)) {
      if (ctx.signal.aborted) return;
      await transaction(ctx, (inner) => writeDigest(inner, personId));
    }
  },
});

async function writeDigest(ctx: Context, personId: string): Promise<void> {
  const waiting = await selectUnmailed(ctx.db, personId);
  const person = await findPerson(ctx, personId);
  const preferences = (await selectPreferences(ctx.db, [personId])).get(personId) ?? DEFAULT_PREFERENCES;
  const told = waiting.filter(({ kind, readAt }) => readAt === null && wantsLetter(preferences, kind));
  if (person?.active && told.length > 0) await writeNoticeLetter(ctx, person, told);
  await updateMailed(ctx.db, personId, ctx.clock.now());
}
