import type { Context } from '../../platform/context.ts';
import { deleteHidden, insertHidden } from './table-store.ts';

/**
 * Hides a column of every table of a resource, of all its versions and of those still to come: from the next request on `openTable` tells nobody
 * of it, in any process, and no finished file is given. Only publishing calls it, in the transaction that writes the card.
 */
export function hideTableColumn(ctx: Context, resourceId: string, name: string): Promise<void> {
  return insertHidden(ctx.db, resourceId, name);
}

/** The column is there again, as it was. */
export function showTableColumn(ctx: Context, resourceId: string, name: string): Promise<void> {
  return deleteHidden(ctx.db, resourceId, name);
}
