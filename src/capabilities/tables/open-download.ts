import type { Context } from '../../platform/context.ts';
import type { ByteRange } from '../../platform/objects/object-store.ts';
import type { Download, DownloadFormat, StoredDownload } from './table.ts';

/** The finished file of a table, or null while there is none. */
export async function findStoredDownload(
  _ctx: Context,
  _tableId: string,
  _format: DownloadFormat,
): Promise<StoredDownload | null> {
  throw new Error('not built yet');
}

/** The whole table as a file. */
export async function openDownload(
  _ctx: Context,
  _tableId: string,
  _format: DownloadFormat,
  _range?: ByteRange,
): Promise<Download> {
  throw new Error('not built yet');
}
