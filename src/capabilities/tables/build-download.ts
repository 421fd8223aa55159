import type { Context } from '../../platform/context.ts';
import { openTable } from './open-table.ts';
import { streamTable } from './stream-table.ts';
import type { DownloadFormat, StoredDownload } from './table.ts';
import { selectDownload, upsertDownload } from './table-store.ts';

/** Makes the download file of a table and keeps it; the bytes are those of the stream. Gives the one that exists when there is one. */
export async function buildDownload(ctx: Context, tableId: string, format: DownloadFormat): Promise<StoredDownload> {
  const ready = await selectDownload(ctx.db, tableId, format);
  if (ready) return ready;
  const table = await openTable(ctx, tableId);
  const file = await ctx.objects.takeStream('public', tableId, streamTable(ctx, table, format));
  await upsertDownload(ctx.db, tableId, format, file, ctx.clock.now());
  ctx.log.info({ tableId, format, size: file.size }, 'download built');
  return file;
}
