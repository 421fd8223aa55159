import { type Context, transaction } from '../../platform/context.ts';
import type { ObjectKey } from '../../platform/objects/object-store.ts';
import { deleteComparisonsOf } from './comparison-store.ts';
import type { Manifest, ManifestPart } from './manifest.ts';
import { deleteDownload, selectDownloads, selectTable, updateParts } from './table-store.ts';

/**
 * Takes the bytes of a table away for good, wherever they lie: its parts in the public and the restricted class, its downloads, comparisons with
 * it. A tombstone with the reason stays where each was, nothing of it is kept. Killed at any point, it may be repeated until it is done.
 * @param stay tables that stay open: bytes they are made of too are left
 */
export async function purgeTable(
  ctx: Context,
  tableId: string,
  reason: string,
  stay: readonly string[] = [],
): Promise<void> {
  const manifest = await closeTable(ctx, tableId);
  if (!manifest) return;
  const kept = new Set(await contentsOf(ctx, stay));
  const all = [...manifest.parts.flatMap(keysOf), ...(manifest.leftover ?? [])];
  const gone = all.filter((key) => !kept.has(contentOf(key)));
  for (const key of gone) await purgeEverywhere(ctx, key, reason);
  for (const { format, key } of await selectDownloads(ctx.db, tableId)) {
    await ctx.objects.purge(key, reason);
    await deleteDownload(ctx.db, tableId, format);
  }
  for (const key of await deleteComparisonsOf(ctx.db, gone)) await ctx.objects.discard(key);
}

/** Before anything else: from now on no download is made of it, and its files are not written anew. Gives the manifest as it was; null: no such table. */
function closeTable(ctx: Context, tableId: string): Promise<Manifest | null> {
  return transaction(ctx, async (tx) => {
    const table = await selectTable(tx.db, tableId, 'lock');
    if (!table) return null;
    await updateParts(tx.db, tableId, closedManifest(table.manifest));
    return table.manifest;
  });
}

/** Takes the bytes away in the public and in the restricted class; a tombstone stays where there were any. */
export async function purgeEverywhere(ctx: Context, key: ObjectKey, reason: string): Promise<void> {
  for (const objectClass of ['public', 'restricted']) {
    const there = `${objectClass}${contentOf(key)}`;
    if (await ctx.objects.stat(there)) await ctx.objects.purge(there, reason);
  }
}

/** The same manifest with its parts out of the public class, which nobody writes anew. */
function closedManifest(manifest: Manifest): Manifest {
  const closed = (key: ObjectKey) => `restricted${contentOf(key)}`;
  const parts = manifest.parts.map(
    ({ removed, ...part }): ManifestPart => ({
      ...part,
      key: closed(part.key),
      ...(removed ? { removed: { ...removed, key: closed(removed.key) } } : {}),
    }),
  );
  return { ...manifest, parts, emptied: true };
}

async function contentsOf(ctx: Context, tableIds: readonly string[]): Promise<string[]> {
  const tables = await Promise.all(tableIds.map((id) => selectTable(ctx.db, id)));
  return tables.flatMap((table) => table?.manifest.parts.flatMap(keysOf).map(contentOf) ?? []);
}

function keysOf({ key, removed }: ManifestPart): ObjectKey[] {
  return removed ? [key, removed.key] : [key];
}

/** Owner and sum, without the class. */
function contentOf(key: ObjectKey): string {
  return key.slice(key.indexOf('/'));
}
