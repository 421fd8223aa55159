import { RequestError } from '../../kernel/errors.ts';
import { type Context, transaction } from '../../platform/context.ts';
import { hashOf } from './message-key.ts';
import { canBeSupported } from './message-rules.ts';
import { selectMessageByNumber } from './message-store.ts';
import { noMessage } from './refusals.ts';
import { hasVoted, insertVote } from './vote-store.ts';

/** A browser's mark for one message: the same mark beside two messages cannot be told to be the same. */
const voterOf = (messageId: string, mark: string) => hashOf(`${messageId} ${mark}`);

/**
 * «Мені теж потрібно»: once a browser. Gives whether it was counted now (false: it had been). Nothing of the person is kept. Throws
 * `not-found` (not public), `conflict` (decided already).
 * @param mark random, kept by the browser
 */
export async function voteForProposal(ctx: Context, number: number, mark: string): Promise<boolean> {
  return transaction(ctx, async (inner) => {
    const message = await selectMessageByNumber(inner.db, number);
    if (!message || message.publicAt === null) throw noMessage();
    if (!canBeSupported(message)) {
      throw new RequestError('conflict', 'already-decided', {
        uk: 'Цю пропозицію вже розглянуто, підтримка не потрібна.',
        en: 'This proposal has been decided; no support is needed.',
      });
    }
    return insertVote(inner.db, message.id, voterOf(message.id, mark));
  });
}

/** Whether the browser of that mark has supported the public message. */
export async function hasSupported(ctx: Context, number: number, mark: string): Promise<boolean> {
  const message = await selectMessageByNumber(ctx.db, number);
  return message !== null && (await hasVoted(ctx.db, message.id, voterOf(message.id, mark)));
}
