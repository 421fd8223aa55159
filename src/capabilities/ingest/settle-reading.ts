import { type Context, transaction } from '../../platform/context.ts';
import type { ReadingChange } from './reading-row.ts';
import { moveReading } from './reading-store.ts';

/**
 * The end of a job's work on a file, whatever came of it: those who wait for it are told (`reading-settled`).
 * @returns false when somebody changed the reading since that revision: then nothing is written.
 */
export function settleReading(ctx: Context, id: string, revision: number, change: ReadingChange): Promise<boolean> {
  return transaction(ctx, async (tx) => {
    const moved = await moveReading(tx, id, revision, change);
    if (moved) await tx.emit(tx.db, { name: 'reading-settled', readingId: id });
    return moved;
  });
}
