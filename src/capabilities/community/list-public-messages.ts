import type { Page, Paged } from '../../kernel/paging.ts';
import { queryTokens } from '../../language/search-tokens.ts';
import type { Context } from '../../platform/context.ts';
import type { MessageKind, MessageState, PublicMessage } from './message.ts';
import { type PublicQuestion, selectPublicMessages } from './public-message-store.ts';

/** Which public messages to list; what is left out does not narrow. */
export interface PublicMessageFilter {
  readonly datasetId?: string;
  readonly kinds?: readonly MessageKind[];
  readonly state?: MessageState;
  /** Words of question, answer or dataset, in any form; all must be there. */
  readonly q?: string;
  readonly order?: PublicQuestion['order'];
}

/** Messages that staff made public, with their answers, the newest first. Open to everybody. One statement. */
export function listPublicMessages(
  ctx: Context,
  filter: PublicMessageFilter,
  page: Page,
): Promise<Paged<PublicMessage>> {
  const { q = '', ...rest } = filter;
  const words = queryTokens(q).map((token) => [token.stem, ...token.alternatives]);
  return selectPublicMessages(ctx.db, { ...rest, words }, page);
}

/** Any one of the words is enough, the most wished for first: proposals like the one a person is about to write. */
export function similarProposals(ctx: Context, q: string, most: number): Promise<Paged<PublicMessage>> {
  const stems = queryTokens(q)
    .filter((token) => !token.weak)
    .flatMap((token) => [token.stem, ...token.alternatives]);
  if (stems.length === 0) return Promise.resolve({ items: [], total: 0, page: 1, size: most });
  const question: PublicQuestion = { kinds: ['proposal'], words: [stems], order: 'votes' };
  return selectPublicMessages(ctx.db, question, { page: 1, size: most });
}

/** A public message by its number, or null. */
export async function findPublicMessage(ctx: Context, number: number): Promise<PublicMessage | null> {
  const found = await selectPublicMessages(ctx.db, { number }, { page: 1, size: 1 });
  return found.items[0] ?? null;
}
