import { type Context, transaction } from '../../platform/context.ts';
import type { DownloadFormat } from './download-formats.ts';
import type { Manifest } from './manifest.ts';
import { openTable } from './open-table.ts';
import { streamTable } from './stream-table.ts';
import type { StoredDownload } from './table.ts';
import { selectDownload, selectTable, upsertDownload } from './table-store.ts';

/**
 * Makes the download file of a table and keeps it; the bytes are those of the stream. Gives the one that exists when there is one, null for a
 * table that was withdrawn or has a hidden column, also while its file was being made.
 */
export async function buildDownload(
  ctx: Context,
  tableId: string,
  format: DownloadFormat,
): Promise<StoredDownload | null> {
  const ready = await selectDownload(ctx.db, tableId, format);
  if (ready) return ready;
  const table = await openTable(ctx, tableId);
  if (isWithdrawn(table.manifest) || table.hidden.length > 0) return null;
  const file = await ctx.objects.takeStream('public', tableId, streamTable(ctx, table, format));
  const builtAt = ctx.clock.now();
  const kept = await transaction(ctx, async (tx) => {
    const now = await selectTable(tx.db, tableId, 'lock');
    if (!now || isWithdrawn(now.manifest) || now.hidden.length > 0) return false;
    await upsertDownload(tx.db, tableId, format, { ...file, builtAt });
    return true;
  });
  if (!kept) {
    await ctx.objects.discard(file.key);
    return null;
  }
  ctx.log.info({ tableId, format, size: file.size }, 'download built');
  return { ...file, builtAt };
}

function isWithdrawn(manifest: Manifest): boolean {
  return manifest.parts.some(({ key }) => !key.startsWith('public/'));
}
