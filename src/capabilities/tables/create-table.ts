import { newId } from '../../kernel/ids.ts';
import type { Context } from '../../platform/context.ts';
import type { Manifest } from './manifest.ts';
import { insertTable } from './table-store.ts';

/**
 * Keeps a manifest for good and gives the table's id. Publishing calls it inside its transaction, after it asked the right to publish:
 * a table that no version names is reachable by nobody.
 */
export async function createTable(ctx: Context, table: { resourceId: string; manifest: Manifest }): Promise<string> {
  const { manifest } = table;
  if (manifest.parts.length === 0) throw new Error('a manifest needs at least one part');
  const now = ctx.clock.now();
  const id = newId(now.getTime());
  await insertTable(ctx.db, { id, resourceId: table.resourceId, manifest }, now);
  return id;
}
