import type { Context } from '../../platform/context.ts';
import type { RowPage, RowQuery } from './row-query.ts';

/** Answers a row query: one page of rows and the exact number of all that match. */
export async function queryRows(_ctx: Context, _tableId: string, _query: RowQuery): Promise<RowPage> {
  throw new Error('not built yet');
}
