import type { Context } from '../../platform/context.ts';
import { discardFiles } from './discard-files.ts';
import { changeReading, selectReading } from './reading-store.ts';

/**
 * The file of a published reading is deleted for good, a tombstone with the reason stays; the tables made on the way to the published one, which hold
 * what it does not, go too. Called by publishing, which asked why; nothing where the reading is no more or was never published.
 */
export async function forgetOriginal(ctx: Context, id: string, reason: string): Promise<void> {
  const reading = (await selectReading(ctx, id))?.reading;
  if (!reading?.publishedAt) return;
  await changeReading(ctx, id, { original: null, textTable: null, mendedTable: null, typed: null });
  if (reading.original) await ctx.objects.purge(reading.original, reason);
  // row numbers that were published are kept apart, by the resource
  await discardFiles(ctx, { ...reading, original: null, numbers: null });
}
