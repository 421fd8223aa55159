import type { Context } from '../../platform/context.ts';
import { loadForPublishing } from './load-reading.ts';
import { putNumbers, selectNumbers } from './number-store.ts';
import type { RowNumbers } from './reading.ts';
import { wrongState } from './reading-rules.ts';
import { moveReading } from './reading-store.ts';

/**
 * Called by publishing in its transaction: a version was made of this file, so its original is never cleaned away. Throws `conflict` when the file
 * was cancelled or is being worked on again.
 */
export async function markPublished(ctx: Context, id: string): Promise<void> {
  const { reading, revision } = await loadForPublishing(ctx, id, true);
  if (reading.state !== 'ready') throw wrongState(reading);
  if (reading.publishedAt) return;
  await moveReading(ctx, id, revision, { publishedAt: ctx.clock.now() });
  if (reading.numbers) await remember(ctx, reading.resourceId, reading.numbers);
}

/** From now on these numbers are public and belong to their rows for ever. */
async function remember(ctx: Context, resourceId: string, numbers: RowNumbers): Promise<void> {
  const last = await selectNumbers(ctx.db, resourceId);
  const { key } = await ctx.objects.copy(numbers.memory, 'restricted', resourceId);
  const before = last === null || last.memory === key ? (last?.before ?? null) : last.memory;
  await putNumbers(ctx.db, resourceId, { ...numbers, memory: key, before });
  if (last?.before && ![key, before].includes(last.before)) await ctx.objects.discard(last.before);
}
