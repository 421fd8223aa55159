import type { Context } from '../../platform/context.ts';
import { loadForEditing } from './load-reading.ts';
import { moveReading } from './reading-store.ts';

/** Called by publishing in its transaction: a version was made of this file, so its original is never cleaned away. */
export async function markPublished(ctx: Context, id: string): Promise<void> {
  const { reading, revision } = await loadForEditing(ctx, id, true);
  if (!reading.publishedAt) await moveReading(ctx, id, revision, { publishedAt: ctx.clock.now() });
}
