import { type Context, transaction } from '../../platform/context.ts';
import { deleteComparisonsOf } from './comparison-store.ts';
import { deleteDownload, selectDownloads, selectTable, updateParts } from './table-store.ts';

/**
 * Closes columns of one table for good: nobody who opens it is told of them any more, and finished files and comparisons that have them are gone; its
 * own files are written anew without them at night (`emptyClosed`). Called by publishing where it was decided after the table was made not to show
 * them. Repeating it is harmless.
 */
export async function closeColumns(
  ctx: Context,
  tableId: string,
  names: readonly string[],
  reason: string,
): Promise<void> {
  // Before the downloads: from now on none is made anew.
  const parts = await transaction(ctx, async (tx) => {
    const table = await selectTable(tx.db, tableId, 'lock');
    if (!table) return [];
    const columns = table.manifest.columns.map((column) =>
      names.includes(column.name) ? { ...column, sensitivity: 'restricted' as const } : column,
    );
    const closed = [...new Set([...(table.manifest.closed ?? []), ...names])];
    await updateParts(tx.db, tableId, { ...table.manifest, columns, closed, emptied: false });
    return table.manifest.parts;
  });
  const keys = parts.map(({ key }) => key);
  for (const key of await deleteComparisonsOf(ctx.db, keys)) await ctx.objects.discard(key);
  for (const { format, key } of await selectDownloads(ctx.db, tableId)) {
    await ctx.objects.purge(key, reason);
    await deleteDownload(ctx.db, tableId, format);
  }
}
