import type { Page, Paged } from '../../kernel/paging.ts';
import type { Context } from '../../platform/context.ts';
import type { HistoryEntry, HistoryFilter } from './history-entry.ts';
import { selectEntries } from './history-store.ts';

/**
 * A page of the history, newest first. Asks no permission (this capability knows no people): a surface that shows it to
 * a person calls `viewHistory` of accounts.
 */
export async function listHistory(ctx: Context, filter: HistoryFilter, page: Page): Promise<Paged<HistoryEntry>> {
  const { items, total } = await selectEntries(ctx.db, filter, (page.page - 1) * page.size, page.size);
  return { items, total, page: page.page, size: page.size };
}
