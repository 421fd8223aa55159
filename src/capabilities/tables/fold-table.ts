import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Context } from '../../platform/context.ts';
import type { Manifest } from './manifest.ts';
import { foldStatement } from './patch-statement.ts';
import type { OpenTable } from './table.ts';

/** More parts, or a larger share of rows in later parts or gone, make reading slow: such a table is folded. */
const MOST_PARTS = 8;
const MOST_SHARE = 0.2;

/** True where a table is to be written anew as one part. @param anyway also where reading is still quick, at the day's end */
export function needsFolding({ parts, rows }: Manifest, anyway: boolean): boolean {
  const [first, ...later] = parts;
  const patched =
    later.reduce((sum, part) => sum + part.rows, 0) + parts.reduce((sum, part) => sum + (part.removed?.rows ?? 0), 0);
  if (!first || patched === 0) return false;
  return anyway || parts.length > MOST_PARTS || patched > Math.max(10_000, rows * MOST_SHARE);
}

/** The same rows in the same order as one part. */
export async function foldTable(ctx: Context, table: OpenTable): Promise<Manifest> {
  const folder = await ctx.objects.workFolder();
  const session = await ctx.duckdb.session({ memory: '500MB', spillFolder: join(folder, 'spill') });
  const stop = () => session.interrupt();
  ctx.signal.addEventListener('abort', stop, { once: true });
  try {
    const path = join(folder, 'folded.parquet');
    await session.run(foldStatement(path, table.columns, table.paths));
    const { key } = await ctx.objects.takeFile('public', table.resourceId, path);
    const { manifest } = table;
    return { ...manifest, parts: [{ kind: 'base', key, rows: manifest.rows }] };
  } finally {
    ctx.signal.removeEventListener('abort', stop);
    session.close();
    await rm(folder, { recursive: true, force: true });
  }
}
