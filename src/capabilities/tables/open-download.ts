import type { Context } from '../../platform/context.ts';
import type { ByteRange } from '../../platform/objects/object-store.ts';
import type { DownloadFormat } from './download-formats.ts';
import { openTable } from './open-table.ts';
import { streamTable } from './stream-table.ts';
import type { Download, StoredDownload } from './table.ts';
import { insertDownloadWish, selectDownload } from './table-store.ts';

/** The finished file of a table, or null while there is none. */
export function findStoredDownload(
  ctx: Context,
  tableId: string,
  format: DownloadFormat,
): Promise<StoredDownload | null> {
  return selectDownload(ctx.db, tableId, format);
}

/**
 * The whole table as a file. The finished file when there is one (then `range` may ask for a part of it); otherwise its rows as they are
 * read, and the file is ordered for the next reader. Throws `not-found`.
 */
export async function openDownload(
  ctx: Context,
  tableId: string,
  format: DownloadFormat,
  range?: ByteRange,
): Promise<Download> {
  const file = await findStoredDownload(ctx, tableId, format);
  if (file) {
    return { stream: await ctx.objects.read(file.key, range), size: file.size, etag: file.sha256, stored: true };
  }
  const table = await openTable(ctx, tableId);
  // a table that is written by rows is another one after the next write: its file is made when its day is over
  if (
    !table.manifest.byRows &&
    table.hidden.length === 0 &&
    (await insertDownloadWish(ctx.db, tableId, format, ctx.clock.now()))
  ) {
    await ctx.emit(ctx.db, { name: 'download-asked', tableId, format });
  }
  return { stream: streamTable(ctx, table, format), size: null, etag: null, stored: false };
}
