import type { Context } from '../../platform/context.ts';
import { loadForPublishing } from './load-reading.ts';
import { wrongState } from './reading-rules.ts';
import { moveReading } from './reading-store.ts';

/**
 * Called by publishing in its transaction: a version was made of this file, so its original is never cleaned away. Throws `conflict` when the file
 * was cancelled or is being worked on again.
 */
export async function markPublished(ctx: Context, id: string): Promise<void> {
  const { reading, revision } = await loadForPublishing(ctx, id, true);
  if (reading.state !== 'ready') throw wrongState(reading);
  if (!reading.publishedAt) await moveReading(ctx, id, revision, { publishedAt: ctx.clock.now() });
}
