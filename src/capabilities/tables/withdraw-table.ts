import type { Context } from '../../platform/context.ts';
import type { ManifestPart } from './manifest.ts';
import { deleteDownload, selectDownloads, selectTable, updateParts } from './table-store.ts';

/**
 * Takes the table's files out of the public class for good: its downloads are purged (they can be made again), its parts are kept restricted and
 * their public bytes purged with the reason. Repeating it is harmless.
 */
export async function withdrawTable(ctx: Context, tableId: string, reason: string): Promise<void> {
  for (const { format, key } of await selectDownloads(ctx.db, tableId)) {
    await ctx.objects.purge(key, reason);
    await deleteDownload(ctx.db, tableId, format);
  }
  const table = await selectTable(ctx.db, tableId);
  if (!table) return;
  const parts: ManifestPart[] = [];
  const left: string[] = [];
  for (const part of table.manifest.parts) {
    const [objectClass = '', owner = ''] = part.key.split('/');
    if (objectClass !== 'public') {
      parts.push(part);
      continue;
    }
    const kept = await ctx.objects.copy(part.key, 'restricted', owner);
    parts.push({ ...part, key: kept.key });
    left.push(part.key);
  }
  // The manifest first: killed between the two, the repeated job finds the restricted copy named and the public one still to purge.
  if (left.length > 0) await updateParts(ctx.db, tableId, { ...table.manifest, parts });
  for (const key of left) await ctx.objects.purge(key, reason);
}
