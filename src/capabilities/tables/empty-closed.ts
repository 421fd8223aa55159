import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Context } from '../../platform/context.ts';
import type { ObjectKey } from '../../platform/objects/object-store.ts';
import type { Manifest, ManifestPart } from './manifest.ts';
import { openWholeTable } from './open-table.ts';
import { copyStatement } from './patch-statement.ts';
import type { OpenTable } from './table.ts';
import { isNamed, selectTable, selectUnemptied, updateParts } from './table-store.ts';

/** Tables of which columns were closed and whose files may still have the bytes of these, with the resources they are of. */
export function unemptiedTables(
  ctx: Context,
): Promise<readonly { readonly id: string; readonly resourceId: string }[]> {
  return selectUnemptied(ctx.db);
}

/**
 * Writes the files of a table anew without the columns that were closed, and discards the old ones where no other table is made of them. Only for a
 * caller who keeps all writers of the resource waiting. Killed at any point, it goes on when it is called again.
 */
export async function emptyClosed(ctx: Context, tableId: string): Promise<void> {
  const record = await selectTable(ctx.db, tableId);
  if (!record) return;
  let { manifest } = record;
  if ((manifest.closed ?? []).length > 0 && !manifest.emptied) {
    const parts = await writtenAnew(ctx, await openWholeTable(ctx, tableId));
    const kept = new Set(parts.map(({ key }) => key));
    const old = manifest.parts.flatMap(({ key }) => (kept.has(key) ? [] : [key]));
    manifest = { ...manifest, parts, emptied: true, leftover: [...(manifest.leftover ?? []), ...old] };
    await updateParts(ctx.db, tableId, manifest);
  }
  for (const key of manifest.leftover ?? []) await discardUnlessNamed(ctx, key);
  const { leftover: _, ...done }: Manifest = manifest;
  await updateParts(ctx.db, tableId, done);
}

async function discardUnlessNamed(ctx: Context, key: ObjectKey): Promise<void> {
  if (!(await isNamed(ctx.db, key))) await ctx.objects.discard(key);
}

/** The same rows in the same places, the open columns only: lists of rows that are no more stay true. */
async function writtenAnew(ctx: Context, { columns, manifest, paths, resourceId }: OpenTable): Promise<ManifestPart[]> {
  const folder = await ctx.objects.workFolder();
  const session = await ctx.duckdb.session({ threads: 1, memory: '300MB', spillFolder: join(folder, 'spill') });
  try {
    const parts: ManifestPart[] = [];
    for (const [at, part] of manifest.parts.entries()) {
      ctx.signal.throwIfAborted();
      const to = join(folder, `part-${at}.parquet`);
      const objectClass = part.key.startsWith('restricted/') ? 'restricted' : 'public';
      await session.run(copyStatement(to, columns, paths[at]?.path ?? ''));
      parts.push({ ...part, key: (await ctx.objects.takeFile(objectClass, resourceId, to)).key });
    }
    return parts;
  } finally {
    session.close();
    await rm(folder, { recursive: true, force: true });
  }
}
