import type { Context } from '../../platform/context.ts';
import { tooManyWriters } from './row-refusals.ts';

/** Writers of one dataset that may wait. */
const MOST_WAITING = 100;

interface Line {
  last: Promise<unknown>;
  waiting: number;
}

/** By the store of an installation: none outlives it. */
const LINES = new WeakMap<object, Map<string, Line>>();

/**
 * Does deeds upon one dataset one after another, in the order they came to this process: those who wait hold no connection of the database.
 * Between processes the pointer's lock keeps order. Throws `busy` where too many wait.
 */
export async function inTurn<T>(ctx: Context, datasetId: string, deed: () => Promise<T>): Promise<T> {
  const lines = LINES.get(ctx.objects) ?? new Map<string, Line>();
  LINES.set(ctx.objects, lines);
  const line = lines.get(datasetId) ?? { last: Promise.resolve(), waiting: 0 };
  if (line.waiting >= MOST_WAITING) throw tooManyWriters();
  lines.set(datasetId, line);
  line.waiting += 1;
  const mine = line.last.then(deed, deed);
  line.last = mine.catch(() => {});
  try {
    return await mine;
  } finally {
    line.waiting -= 1;
    if (line.waiting === 0) lines.delete(datasetId);
  }
}
