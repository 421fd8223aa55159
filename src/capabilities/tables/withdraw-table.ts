import type { Context } from '../../platform/context.ts';
import { keepRestricted, purgePublic } from '../../platform/objects/closed-objects.ts';
import type { ManifestPart } from './manifest.ts';
import { deleteDownload, selectDownloads, selectTable, updateParts } from './table-store.ts';

/**
 * Takes the table's files out of the public class for good: its parts are kept restricted, their public bytes and its downloads purged with
 * the reason. Repeating it is harmless.
 * @param stay tables that stay open: public bytes they are made of too are left where they are
 */
export async function withdrawTable(
  ctx: Context,
  tableId: string,
  reason: string,
  stay: readonly string[] = [],
): Promise<void> {
  const table = await selectTable(ctx.db, tableId);
  if (!table) return;
  const parts: ManifestPart[] = [];
  for (const part of table.manifest.parts) {
    const { removed } = part;
    const kept = removed ? { removed: { ...removed, key: await keepRestricted(ctx.objects, removed.key) } } : {};
    parts.push({ ...part, ...kept, key: await keepRestricted(ctx.objects, part.key) });
  }
  // Before the downloads: from now on none is made anew.
  await updateParts(ctx.db, tableId, { ...table.manifest, parts });
  const shared = await publicParts(ctx, stay);
  for (const key of parts.flatMap(keysOf)) {
    if (!shared.has(contentOf(key))) await purgePublic(ctx.objects, key, reason);
  }
  for (const { format, key } of await selectDownloads(ctx.db, tableId)) {
    await ctx.objects.purge(key, reason);
    await deleteDownload(ctx.db, tableId, format);
  }
}

/** The owner and sum of every public part of these tables. */
async function publicParts(ctx: Context, tableIds: readonly string[]): Promise<Set<string>> {
  const tables = await Promise.all(tableIds.map((id) => selectTable(ctx.db, id)));
  const keys = tables.flatMap((table) => table?.manifest.parts.flatMap(keysOf) ?? []);
  return new Set(keys.filter((key) => key.startsWith('public/')).map(contentOf));
}

/** The files of a part. */
function keysOf({ key, removed }: ManifestPart): string[] {
  return removed ? [key, removed.key] : [key];
}

function contentOf(key: string): string {
  return key.slice(key.indexOf('/'));
}
