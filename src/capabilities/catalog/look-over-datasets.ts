import { dayOf } from '../../kernel/dates.ts';
import type { Page, Paged } from '../../kernel/paging.ts';
import { queryTokens } from '../../language/search-tokens.ts';
import type { Context } from '../../platform/context.ts';
import { reachOf } from '../accounts/index.ts';
import type { BoardCounts, BoardFilter, BoardRow } from './board.ts';
import { type BoardAnswer, selectBoard, selectWaiting } from './board-store.ts';

/**
 * Datasets with their terms, the most urgent first: all that the actor's right of `deed` reaches, narrowed by the filter. For desks and
 * boards: lines, not working copies. Nothing where the right reaches nothing.
 */
export async function lookOverDatasets(
  ctx: Context,
  deed: 'dataset.view-drafts' | 'dataset.edit' | 'dataset.coordinate',
  filter: BoardFilter,
  page: Page,
): Promise<Paged<BoardRow> & { readonly counts: BoardCounts }> {
  const reach = await reachOf(ctx, deed);
  const q = filter.q?.trim() ?? '';
  const tokens = queryTokens(q);
  const last = tokens.at(-1);
  const words = {
    words: tokens.map((token) => [token.stem, ...token.alternatives]),
    beginning: last && last.word.length >= 3 ? last.stem : null,
    number: q,
  };
  const responsible = filter.responsible?.trim().toLowerCase();
  const asked = { reach, filter: { ...filter, responsible }, words, today: dayOf(ctx.clock.now()) };
  return { ...(await selectBoard(ctx.db, asked, page)), ...page };
}

/** The furthest day a term is told ahead of, in days: a fifth of a year's rhythm is cut to this. */
export const MOST_NOTICE_DAYS = 14;

/**
 * What waits for the actor among the datasets they may edit, for the desk: with a day, and without one, at most `most` of each.
 * @param inHand datasets with a file that was given and is not published
 */
export async function waitingDatasets(ctx: Context, inHand: readonly string[], most: number): Promise<BoardAnswer> {
  const reach = await reachOf(ctx, 'dataset.edit');
  const today = dayOf(ctx.clock.now());
  return selectWaiting(ctx.db, { reach, inHand, today, days: MOST_NOTICE_DAYS }, most);
}
