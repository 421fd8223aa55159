import { refuseFaults } from '../../kernel/errors.ts';
import { newId } from '../../kernel/ids.ts';
import { type Context, transaction } from '../../platform/context.ts';
import { record } from '../history/index.ts';
import type { Message, MessageThread } from './message.ts';
import { hashOf } from './message-key.ts';
import { additionFaults, dueDay, movedTo, tidyText } from './message-rules.ts';
import { selectMessageByKey, selectMessageForUpdate, updateMessage } from './message-store.ts';
import { messageClosed, noMessage } from './refusals.ts';
import { insertReply, selectReplies } from './reply-store.ts';
import { selectSettings } from './settings-store.ts';
import { subjectOf } from './subject-of-message.ts';

/** What the author sees of an own message: everything but the notes of the staff. Throws `not-found`, also for a wrong key. */
export async function followMessage(ctx: Context, number: number, key: string): Promise<MessageThread> {
  const message = await selectMessageByKey(ctx.db, number, hashOf(key));
  if (!message) throw noMessage();
  return { message, replies: await selectReplies(ctx.db, message.id, ['answer', 'addition']) };
}

/** An answered question waits again, with a new term; a proposal stays where it is. */
async function reopened(ctx: Context, message: Message): Promise<Message> {
  const now = ctx.clock.now();
  if (message.state !== 'answered') return { ...message, changedAt: now };
  const dueOn = dueDay(message.kind, now, await selectSettings(ctx.db));
  return { ...movedTo(message, 'waiting', now), dueOn };
}

/**
 * The author adds something to an own message; those who answer are told. Throws `not-found` (also for a wrong key), `conflict` (closed),
 * `invalid` (field `text`).
 */
export async function addToMessage(
  ctx: Context,
  number: number,
  key: string,
  addition: { readonly text: string },
): Promise<void> {
  const text = tidyText(addition.text);
  await transaction(ctx, async (inner) => {
    const found = await selectMessageByKey(inner.db, number, hashOf(key));
    const message = found && (await selectMessageForUpdate(inner.db, found.id));
    if (!message) throw noMessage();
    if (message.state === 'closed') throw messageClosed();
    refuseFaults(additionFaults(text));
    const at = inner.clock.now();
    const reply = {
      id: newId(at.getTime()),
      kind: 'addition',
      text,
      state: null,
      authorName: '',
      unitName: '',
      at,
    } as const;
    await insertReply(inner.db, message.id, reply, null);
    await updateMessage(inner.db, await reopened(inner, message));
    await record(inner, { deed: 'message.added', subject: subjectOf(message) });
    if (message.heldFor.length > 0) return;
    await inner.emit(inner.db, { name: 'message-received', messageId: message.id, newsId: reply.id });
  });
}
