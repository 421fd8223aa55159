import { isId } from '../../kernel/ids.ts';
import type { Page, Paged } from '../../kernel/paging.ts';
import { type Context, transaction } from '../../platform/context.ts';
import { may, permit, reachOf } from '../accounts/index.ts';
import { record } from '../history/index.ts';
import { changeMessage } from './change-message.ts';
import type { Message } from './message.ts';
import { dueDay } from './message-rules.ts';
import { countHeld, deleteMessage, selectMessageForUpdate, selectMessages } from './message-store.ts';
import { noMessage, notHeld } from './refusals.ts';
import { selectSettings } from './settings-store.ts';
import { placeOf, subjectOf } from './subject-of-message.ts';

/** Messages held back in the actor's units, the newest first. Throws `forbidden`. */
export async function heldMessages(ctx: Context, page: Page): Promise<Paged<Message>> {
  await permit(ctx, 'message.answer');
  return selectMessages(ctx.db, { reach: await reachOf(ctx, 'message.answer'), held: true }, page);
}

/** How many are held in the actor's units; none for those who do not answer. */
export async function countHeldMessages(ctx: Context): Promise<number> {
  return (await may(ctx, 'message.answer')) ? countHeld(ctx.db, await reachOf(ctx, 'message.answer')) : 0;
}

/** It is no spam: it gets its term from today, and those who answer are told. Needs `message.answer`. Throws `conflict` (not held). */
export function releaseMessage(ctx: Context, id: string): Promise<Message> {
  return changeMessage(ctx, id, {
    right: 'message.answer',
    deed: 'message.released',
    async change(inner, message) {
      if (message.heldFor.length === 0) throw notHeld();
      const now = inner.clock.now();
      await inner.emit(inner.db, { name: 'message-received', messageId: id, newsId: id });
      const dueOn = dueDay(message.kind, now, await selectSettings(inner.db));
      return { ...message, heldFor: [], dueOn, changedAt: now };
    },
  });
}

/** It is spam: nothing of it is kept but a line of the history. Needs `message.answer`. Throws `conflict` (not held). */
export function removeHeldMessage(ctx: Context, id: string): Promise<void> {
  return transaction(ctx, async (inner) => {
    const message = isId(id) ? await selectMessageForUpdate(inner.db, id) : null;
    if (!message) throw noMessage();
    await permit(inner, 'message.answer', placeOf(message));
    if (message.heldFor.length === 0) throw notHeld();
    await deleteMessage(inner.db, id);
    await record(inner, { deed: 'message.removed', subject: subjectOf(message), before: { heldFor: message.heldFor } });
  });
}
