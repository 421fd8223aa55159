import { isId } from '../../kernel/ids.ts';
import type { Page, Paged } from '../../kernel/paging.ts';
import type { Context } from '../../platform/context.ts';
import type { Question } from '../../platform/database/ask-together.ts';
import { type DeedReach, may, permit, reachOf } from '../accounts/index.ts';
import type { Message, MessageKind, MessageState, MessageThread } from './message.ts';
import {
  countByState,
  type MessageQuestion,
  messagesQuestion,
  selectMessage,
  selectMessages,
} from './message-store.ts';
import { noMessage } from './refusals.ts';
import { selectReplies } from './reply-store.ts';
import { placeOf } from './subject-of-message.ts';

/** Which messages to list; what is left out does not narrow. */
export interface MessageFilter {
  readonly kind?: MessageKind;
  readonly state?: MessageState;
  /** Only those something is owed to. */
  readonly waiting?: boolean;
  readonly unitId?: string;
}

/** Whose messages the actor may see. Throws `forbidden`, `signed-out`. */
async function seen(ctx: Context): Promise<DeedReach> {
  await permit(ctx, 'message.view');
  return reachOf(ctx, 'message.view');
}

async function questionOf(ctx: Context, filter: MessageFilter): Promise<MessageQuestion> {
  const { unitId, ...rest } = filter;
  if (unitId === undefined) return { ...rest, reach: await seen(ctx) };
  await permit(ctx, 'message.view', unitId);
  return { ...rest, reach: { unitIds: [unitId], datasetIds: [] } };
}

/** Messages of the actor's units, those waiting first by their term. Throws `forbidden`. */
export async function listMessages(ctx: Context, filter: MessageFilter, page: Page): Promise<Paged<Message>> {
  return selectMessages(ctx.db, await questionOf(ctx, filter), page);
}

/** How many messages of the actor's units stand in each state. Throws `forbidden`. */
export async function countMessages(ctx: Context): Promise<ReadonlyMap<MessageState, number>> {
  return countByState(ctx.db, await seen(ctx));
}

/** What waits for the actor's answer, by term; null for those who do not answer. For the desk, asked with other questions. */
export async function waitingMessagesQuestion(ctx: Context, most = 50): Promise<Question<Paged<Message>> | null> {
  if (!(await may(ctx, 'message.answer'))) return null;
  return messagesQuestion(await questionOf(ctx, { waiting: true }), { page: 1, size: most });
}

/** A message with its whole thread, notes too. Throws `not-found`, `forbidden`. */
export async function openMessage(ctx: Context, id: string): Promise<MessageThread> {
  const message = isId(id) ? await selectMessage(ctx.db, id) : null;
  if (!message) throw noMessage();
  await permit(ctx, 'message.view', placeOf(message));
  return { message, replies: await selectReplies(ctx.db, id, ['answer', 'addition', 'note']) };
}
