import type { Context } from '../../platform/context.ts';
import type { ObjectKey } from '../../platform/objects/object-store.ts';
import type { Reading } from './reading.ts';

type Files = Pick<Reading, 'original' | 'textTable' | 'mendedTable' | 'typed' | 'numbers'>;

/** Every file the row of a reading names. */
export function filesOf({ original, textTable, mendedTable, typed, numbers }: Files): Set<ObjectKey> {
  return new Set(
    [original, textTable, mendedTable, typed?.key ?? null, numbers?.memory ?? null].filter((key) => key !== null),
  );
}

/** Throws away the work tables of a reading, and its original unless it is to stay. */
export async function discardFiles(
  ctx: Context,
  reading: Files,
  keep: 'original' | 'nothing' = 'nothing',
): Promise<void> {
  for (const key of filesOf(keep === 'original' ? { ...reading, original: null } : reading)) {
    await ctx.objects.discard(key);
  }
}
