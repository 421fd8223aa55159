import type { Context } from '../../platform/context.ts';
import { type Reading, readingsOfFile } from '../ingest/index.ts';
import { carryForward } from './carry-forward.ts';

/** A file of several tables is gone through table by table. */
export interface CarriedFile {
  /** The next table of the file that waits for a person, or is still being read; null where none does. */
  readonly next: Reading | null;
}

/**
 * From the repairs of one table onward (see `carryForward`): the other tables taken from the same file that are ready come along, the first of those
 * that wait for a decision is next.
 */
export async function carryFileForward(ctx: Context, reading: Reading): Promise<CarriedFile> {
  await carryForward(ctx, reading);
  const others = (await readingsOfFile(ctx, reading)).filter(({ id }) => id !== reading.id);
  for (const other of others) if (other.state === 'ready') await carryForward(ctx, other);
  return { next: others.find(({ state }) => state !== 'ready') ?? null };
}
