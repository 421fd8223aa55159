import type { Page, Paged } from '../../kernel/paging.ts';
import type { Context } from '../../platform/context.ts';
import { type HistoryEntry, type HistoryFilter, listHistory } from '../history/index.ts';
import { permit } from './permit.ts';

/** A page of the history for a person who may see it. */
export async function viewHistory(ctx: Context, filter: HistoryFilter, page: Page): Promise<Paged<HistoryEntry>> {
  await permit(ctx, 'history.view', null);
  return await listHistory(ctx, filter, page);
}
