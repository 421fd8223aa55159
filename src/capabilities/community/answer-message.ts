import { refuseFaults } from '../../kernel/errors.ts';
import { newId } from '../../kernel/ids.ts';
import type { Context } from '../../platform/context.ts';
import { communityProfile, findUnit } from '../accounts/index.ts';
import { changeMessage } from './change-message.ts';
import { answerLetter } from './letters.ts';
import type { Message, MessageState } from './message.ts';
import { movedTo, replyFaults, tidyText } from './message-rules.ts';
import { type PublicWords, personalDataFaults, shown } from './publication-rules.ts';
import { messageClosed, wrongKind } from './refusals.ts';
import { insertReply } from './reply-store.ts';

/** An answer of the staff. */
export interface Answer {
  readonly text: string;
  /** Show question and answer to all from now on; null: leave it as it is. */
  readonly show: PublicWords | null;
  /** Somebody looked at what seems to be personal data in the answer and says it may be shown. */
  readonly confirmed?: boolean;
  /** Scheme and host of the links in letters. */
  readonly origin: string;
}

/** Writes an answer into the thread, signed by the unit, and sends it to the author who gave an e-mail address. */
export async function writeAnswer(
  ctx: Context,
  message: Message,
  answer: { readonly text: string; readonly state: MessageState; readonly origin: string },
): Promise<void> {
  const at = ctx.clock.now();
  const { actor } = ctx;
  const profile = await communityProfile(ctx);
  const unit = message.unitId === null ? null : await findUnit(ctx, message.unitId);
  const unitName = unit?.name ?? profile?.name ?? '';
  const authorName = actor.kind === 'person' ? actor.name : '';
  const { text, state, origin } = answer;
  const reply = { id: newId(at.getTime()), kind: 'answer', text, state, authorName, unitName, at } as const;
  await insertReply(ctx.db, message.id, reply, actor.kind === 'person' ? actor.id : null);
  if (message.email === '') return;
  const prefix = message.language === 'en' ? '/en' : '';
  const link = message.publicAt === null ? null : `${origin}${prefix}/messages/${message.number}`;
  const community = profile?.name ?? '';
  await ctx.mail.write(ctx.db, answerLetter({ message, community, link }, text, unitName));
}

/**
 * Answers a question or an error: on the page, and by letter where there is an address. With `show` both become public at once. Needs
 * `message.answer`. Throws `not-found`, `forbidden`, `conflict` (a proposal; closed), `invalid` (fields `text`, `publicText`).
 */
export function answerMessage(ctx: Context, id: string, answer: Answer): Promise<Message> {
  return changeMessage(ctx, id, {
    right: 'message.answer',
    deed: 'message.answered',
    async change(inner, message) {
      if (message.kind === 'proposal') throw wrongKind();
      if (message.state === 'closed') throw messageClosed();
      const text = tidyText(answer.text);
      const willBePublic = answer.show !== null || message.publicAt !== null;
      const confirmed = answer.confirmed ?? answer.show?.confirmed ?? false;
      refuseFaults([
        ...replyFaults('text', text),
        ...(willBePublic && !confirmed ? personalDataFaults('text', text) : []),
      ]);
      const now = inner.clock.now();
      const open = answer.show ? shown(message, answer.show, now) : message;
      const after = movedTo(open, 'answered', now);
      await writeAnswer(inner, after, { text, state: 'answered', origin: answer.origin });
      return after;
    },
  });
}
