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
 * Writes the files of a table anew without the columns that were closed. The old ones stay for `discardLeftover`, which comes when this is kept for good:
 * killed in between, the table is of files that are there. Only for a transaction that keeps all writers of the resource waiting.
 */
export async function emptyClosed(ctx: Context, tableId: string): Promise<void> {
  const record = await selectTable(ctx.db, tableId, 'lock');
  if (!record || record.manifest.emptied || (record.manifest.closed ?? []).length === 0) return;
  const { manifest } = record;
  const parts = await writtenAnew(ctx, await openWholeTable(ctx, tableId));
  const kept = new Set(parts.map(({ key }) => key));
  const old = manifest.parts.flatMap(({ key }) => (kept.has(key) ? [] : [key]));
  const leftover = [...(manifest.leftover ?? []), ...old];
  await updateParts(ctx.db, tableId, { ...manifest, parts, emptied: true, leftover });
}

/** Discards the files a table was made of before, where no other table is made of them. Killed at any point, it is called again. */
export async function discardLeftover(ctx: Context, tableId: string): Promise<void> {
  const record = await selectTable(ctx.db, tableId, 'lock');
  if (!record) return;
  const { leftover = [], ...manifest }: Manifest = record.manifest;
  for (const key of leftover) await discardUnlessNamed(ctx, key);
  await updateParts(ctx.db, tableId, manifest);
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
