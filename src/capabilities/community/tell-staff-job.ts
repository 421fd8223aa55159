import { z } from 'zod';
import { dayOf } from '../../kernel/dates.ts';
import { addWorkingDays, isWorkingDay, workingDaysBetween } from '../../language/working-days.ts';
import { type Context, transaction } from '../../platform/context.ts';
import { defineJob } from '../../platform/jobs/job.ts';
import { listPeople, listUnits } from '../accounts/index.ts';
import { type NewNotice, notify } from '../notices/index.ts';
import type { Message } from './message.ts';
import { selectDueMessages, selectMessage } from './message-store.ts';
import { staffOf } from './notice-rules.ts';

/** Working days past the term after which those who look after the whole system are told too. */
const TOO_LATE = 3;

/** How a notice calls a message: no word of what was written. */
function noticeOf(message: Message): Pick<NewNotice, 'subject' | 'link' | 'facts'> {
  const { id, number, dataset, dueOn } = message;
  const name = dataset ? `№ ${number}, «${dataset.title}»` : `№ ${number}`;
  return {
    subject: { kind: 'message', id, name },
    link: `/cabinet/messages/${id}`,
    facts: dueOn === null ? {} : { dueOn },
  };
}

async function staffFor(ctx: Context, message: Message): Promise<string[]> {
  return staffOf(await listPeople(ctx), await listUnits(ctx), message).map(({ id }) => id);
}

/** Tells those whom it concerns that a message came, or that its author added to it. */
export const tellStaffJob = defineJob({
  name: 'community.tell-staff',
  data: z.object({ messageId: z.string(), newsId: z.string() }),
  handle: (ctx, { messageId, newsId }) =>
    transaction(ctx, async (inner) => {
      const message = await selectMessage(inner.db, messageId);
      if (!message) return;
      const people = await staffFor(inner, message);
      await notify(inner, { ...noticeOf(message), to: { people }, kind: 'message.received', once: newsId });
    }),
});

/** On working days: terms that end by the next working day, and those that have passed. */
export const remindStaffJob = defineJob({
  name: 'community.remind-staff',
  data: z.object({}),
  async handle(ctx) {
    const today = dayOf(ctx.clock.now());
    if (!isWorkingDay(today)) return;
    for (const message of await selectDueMessages(ctx.db, addWorkingDays(today, 1))) {
      const { dueOn } = message;
      if (dueOn === null) continue;
      const people = await staffFor(ctx, message);
      const kind = dueOn < today ? 'message.overdue' : 'message.due-soon';
      await notify(ctx, { ...noticeOf(message), to: { people }, kind, once: dueOn });
      if (workingDaysBetween(dueOn, today) < TOO_LATE) continue;
      const to = { deed: 'dataset.coordinate', place: null } as const;
      await notify(ctx, { ...noticeOf(message), to, kind: 'message.overdue', once: `late ${dueOn}` });
    }
  },
});
