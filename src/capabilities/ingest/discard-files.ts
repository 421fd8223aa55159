import type { Context } from '../../platform/context.ts';
import type { Reading } from './reading.ts';

/** Throws away the work tables of a reading, and its original unless it is to stay. */
export async function discardFiles(
  ctx: Context,
  reading: Pick<Reading, 'original' | 'textTable' | 'mendedTable' | 'typed'>,
  keep: 'original' | 'nothing' = 'nothing',
): Promise<void> {
  const keys = new Set([reading.textTable, reading.mendedTable, reading.typed?.key ?? null]);
  if (keep === 'nothing') keys.add(reading.original);
  for (const key of keys) if (key !== null) await ctx.objects.discard(key);
}
