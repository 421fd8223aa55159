import type { Page, Paged } from '../../kernel/paging.ts';
import type { Context } from '../../platform/context.ts';
import type { HistoryEntry, HistoryFilter } from './history-entry.ts';

/** A page of the history, newest first. */
export async function listHistory(_ctx: Context, _filter: HistoryFilter, _page: Page): Promise<Paged<HistoryEntry>> {
  throw new Error('history is being built');
}
