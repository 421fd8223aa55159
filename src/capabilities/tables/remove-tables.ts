import type { Context } from '../../platform/context.ts';
import type { Manifest } from './manifest.ts';
import { deleteDownload, deleteTable, selectDownloads, selectManifestsOfResource, selectTable } from './table-store.ts';

function keysOf({ parts }: Manifest): string[] {
  return parts.flatMap(({ key, removed }) => (removed ? [key, removed.key] : [key]));
}

/**
 * Forgets tables that no version names any more. Their files stay until `discardUnnamed`: a file without a row harms nobody. Gives the resources they
 * were of, each with the files of its own they were made of. Tables that are gone already are passed over.
 */
export async function removeTables(ctx: Context, tableIds: readonly string[]): Promise<Map<string, string[]>> {
  const files = new Map<string, string[]>();
  for (const id of tableIds) {
    const table = await selectTable(ctx.db, id);
    if (!table) continue;
    for (const { format, key } of await selectDownloads(ctx.db, id)) {
      await deleteDownload(ctx.db, id, format);
      await ctx.objects.discard(key);
    }
    await deleteTable(ctx.db, id);
    // what was made by a write has the resource as its owner; a file's own table lies with its dataset and may have other names
    const own = keysOf(table.manifest).filter((key) => key.split('/')[1] === table.resourceId);
    files.set(table.resourceId, [...(files.get(table.resourceId) ?? []), ...own]);
  }
  return files;
}

/** Those of a resource's files that no table of it is made of. */
export async function unnamedFiles(ctx: Context, resourceId: string, keys: readonly string[]): Promise<string[]> {
  const named = new Set((await selectManifestsOfResource(ctx.db, resourceId)).flatMap(keysOf));
  return [...new Set(keys)].filter((key) => !named.has(key));
}

/**
 * Discards those of a resource's files that no table of it is made of; gives how many. Only for a caller who keeps all writers of the resource's rows
 * waiting: a write takes its files into place before it names them.
 */
export async function discardUnnamed(ctx: Context, resourceId: string, keys: readonly string[]): Promise<number> {
  const unnamed = await unnamedFiles(ctx, resourceId, keys);
  for (const key of unnamed) await ctx.objects.discard(key);
  return unnamed.length;
}
