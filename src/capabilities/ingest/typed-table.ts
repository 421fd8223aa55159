import type { Context } from '../../platform/context.ts';
import { loadForPublishing } from './load-reading.ts';
import type { TypedTable } from './reading.ts';
import { wrongState } from './reading-rules.ts';

/** The typed table publishing makes a version of; columns are in the order of the file. Throws `conflict` until the reading is `ready`. */
export async function typedTable(ctx: Context, readingId: string): Promise<TypedTable> {
  const { reading } = await loadForPublishing(ctx, readingId);
  if (reading.state !== 'ready' || !reading.typed) throw wrongState(reading);
  return reading.typed;
}
