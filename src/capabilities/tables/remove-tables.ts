import type { Context } from '../../platform/context.ts';
import type { Manifest } from './manifest.ts';
import { deleteDownload, deleteTable, selectDownloads, selectManifestsOfResource, selectTable } from './table-store.ts';

function keysOf({ parts }: Manifest): string[] {
  return parts.flatMap(({ key, removed }) => (removed ? [key, removed.key] : [key]));
}

/**
 * Forgets tables that no version names any more, with the files no other table of their resource has. The row goes first: killed in between, a file
 * without a row harms nobody. Tables that are gone already are passed over.
 */
export async function removeTables(ctx: Context, tableIds: readonly string[]): Promise<void> {
  for (const id of tableIds) {
    const table = await selectTable(ctx.db, id);
    if (!table) continue;
    for (const { format, key } of await selectDownloads(ctx.db, id)) {
      await deleteDownload(ctx.db, id, format);
      await ctx.objects.discard(key);
    }
    await deleteTable(ctx.db, id);
    const others = await selectManifestsOfResource(ctx.db, table.resourceId);
    const named = new Set(others.flatMap(keysOf));
    // what was made by a write has the resource as its owner; a file's own table lies with its dataset and may have other names
    const own = keysOf(table.manifest).filter((key) => key.split('/')[1] === table.resourceId && !named.has(key));
    for (const key of own) await ctx.objects.discard(key);
  }
}
