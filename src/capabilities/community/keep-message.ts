import { faultyField, refuseFaults } from '../../kernel/errors.ts';
import { newId } from '../../kernel/ids.ts';
import type { Context } from '../../platform/context.ts';
import { findUnit } from '../accounts/index.ts';
import { changeMessage } from './change-message.ts';
import { dropTask, openTask } from './data-tasks.ts';
import type { Message, Reply } from './message.ts';
import { movedTo, replyFaults, tidyText } from './message-rules.ts';
import { type PublicWords, personalDataFaults, shown } from './publication-rules.ts';
import { wrongKind } from './refusals.ts';
import { insertReply, selectReplies } from './reply-store.ts';

/**
 * Shows a message to all in these words, or changes the words already shown. Needs `message.answer`. Throws `conflict` (no consent),
 * `invalid` (fields `publicSubject`, `publicText`).
 */
export function showMessage(ctx: Context, id: string, words: PublicWords): Promise<Message> {
  return changeMessage(ctx, id, {
    right: 'message.answer',
    deed: 'message.shown',
    async change(inner, message) {
      const after = shown(message, words, inner.clock.now());
      const answers = words.confirmed ? [] : await selectReplies(inner.db, id, ['answer']);
      // answers written while the message was private become public with it
      refuseFaults(answers.flatMap(({ text }) => personalDataFaults('confirmed', text)));
      return after;
    },
  });
}

/** Takes a message off the portal; its public words are kept for another time. Needs `message.answer`. */
export function hideMessage(ctx: Context, id: string): Promise<Message> {
  return changeMessage(ctx, id, {
    right: 'message.answer',
    deed: 'message.hidden',
    change: (inner, message) => ({ ...message, publicAt: null, changedAt: inner.clock.now() }),
  });
}

/** Nothing more is done with it: answered by word of mouth, spam … Needs `message.answer`. */
export function closeMessage(ctx: Context, id: string): Promise<Message> {
  return changeMessage(ctx, id, {
    right: 'message.answer',
    deed: 'message.closed',
    change: (inner, message) => movedTo(message, 'closed', inner.clock.now()),
  });
}

/** Marks that the publisher agrees: there is an error in the data, which becomes a task (or takes the mark off). Needs `message.answer`. */
export function confirmError(ctx: Context, id: string, confirmed: boolean): Promise<Message> {
  return changeMessage(ctx, id, {
    right: 'message.answer',
    deed: confirmed ? 'message.error-confirmed' : 'message.error-not-confirmed',
    async change(inner, message) {
      if (message.kind === 'proposal') throw wrongKind();
      if (confirmed) await openTask(inner, message);
      else await dropTask(inner, id);
      return { ...message, kind: 'error', errorConfirmed: confirmed, changedAt: inner.clock.now() };
    },
  });
}

/**
 * Passes a message to another unit, whose people are told; the term stays. Needs `message.answer` where it lies, not where it goes.
 * Throws `invalid` (field `unitId`).
 */
export function passMessage(
  ctx: Context,
  id: string,
  to: { readonly unitId: string; readonly note?: string },
): Promise<Message> {
  return changeMessage(ctx, id, {
    right: 'message.answer',
    deed: 'message.passed',
    async change(inner, message) {
      const unit = to.unitId === message.unitId ? null : await findUnit(inner, to.unitId);
      if (!unit) throw faultyField('unitId', { uk: 'Виберіть інший підрозділ.', en: 'Choose another unit.' });
      const now = inner.clock.now();
      if (to.note?.trim()) await insertNote(inner, message, to.note);
      const newsId = newId(now.getTime());
      await inner.emit(inner.db, { name: 'message-received', messageId: id, newsId });
      return { ...message, unitId: unit.id, changedAt: now };
    },
  });
}

/** An internal note, seen by staff only. Needs `message.view`. Throws `invalid` (field `note`). */
export function addNote(ctx: Context, id: string, text: string): Promise<Message> {
  return changeMessage(ctx, id, {
    right: 'message.view',
    deed: 'message.noted',
    async change(inner, message) {
      await insertNote(inner, message, text);
      return message;
    },
  });
}

async function insertNote(ctx: Context, message: Message, note: string): Promise<void> {
  const text = tidyText(note);
  refuseFaults(replyFaults('note', text));
  const at = ctx.clock.now();
  const { actor } = ctx;
  const authorName = actor.kind === 'person' ? actor.name : '';
  const reply: Reply = { id: newId(at.getTime()), kind: 'note', text, state: null, authorName, unitName: '', at };
  await insertReply(ctx.db, message.id, reply, actor.kind === 'person' ? actor.id : null);
}
