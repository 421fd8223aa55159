import { isId } from '../../kernel/ids.ts';
import { type Context, transaction } from '../../platform/context.ts';
import { type Deed, permit } from '../accounts/index.ts';
import { record } from '../history/index.ts';
import { settleNotices } from '../notices/index.ts';
import type { Message } from './message.ts';
import { publicStems } from './message-rules.ts';
import { selectMessageForUpdate, updateMessage } from './message-store.ts';
import { noMessage } from './refusals.ts';
import { selectReplies } from './reply-store.ts';
import { factsOf, placeOf, subjectOf } from './subject-of-message.ts';

/** A deed of the staff upon one message. */
interface StaffDeed {
  readonly right: Extract<Deed, 'message.view' | 'message.answer'>;
  /** Code for the history. */
  readonly deed: string;
  /** The message after the deed; what else the deed writes, it writes here. */
  change(ctx: Context, message: Message): Promise<Message> | Message;
}

/** Notices that call for an answer: read for all when it is given. */
const NEWS = ['message.received', 'message.due-soon', 'message.overdue'] as const;

/**
 * The one way staff change a message: permit, lock, change, write (with the search words of what is public), record. Throws `not-found`,
 * `forbidden`.
 */
export function changeMessage(ctx: Context, id: string, { right, deed, change }: StaffDeed): Promise<Message> {
  return transaction(ctx, async (inner) => {
    const before = isId(id) ? await selectMessageForUpdate(inner.db, id) : null;
    if (!before) throw noMessage();
    await permit(inner, right, placeOf(before));
    const after = await change(inner, before);
    const answers = after.publicAt ? await selectReplies(inner.db, id, ['answer']) : [];
    await updateMessage(inner.db, after, after.publicAt ? publicStems(after, answers) : []);
    if (after.dueOn === null && before.dueOn !== null) await settleNotices(inner, id, NEWS);
    await record(inner, { deed, subject: subjectOf(after), before: factsOf(before), after: factsOf(after) });
    return after;
  });
}
