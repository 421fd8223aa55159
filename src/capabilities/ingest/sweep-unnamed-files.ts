import { isId } from '../../kernel/ids.ts';
import { type Context, transaction } from '../../platform/context.ts';
import { filesOf } from './discard-files.ts';
import { selectReading } from './reading-store.ts';

/** A reading nobody touched for so long has no work under way that could still name a file, ms. */
const QUIET = 2 * 86_400_000;

/**
 * Discards files of readings that no row names: of a try that was killed between taking a file and saying so, or whose reading was changed or
 * cancelled under it. Gives how many.
 */
export async function sweepUnnamedFiles(ctx: Context): Promise<number> {
  let swept = 0;
  for await (const { key } of ctx.objects.list()) {
    const [objectClass, owner = ''] = key.split('/');
    if (objectClass !== 'public' && isId(owner) && (await sweep(ctx, key, owner))) swept += 1;
  }
  return swept;
}

/** Restricted files whose owner is no reading belong to a dataset: they are not ours. */
function sweep(ctx: Context, key: string, owner: string): Promise<boolean> {
  return transaction(ctx, async (tx) => {
    const reading = (await selectReading(tx, owner, true))?.reading;
    if (!reading && !key.startsWith('staging/')) return false;
    const since = ctx.clock.now().getTime() - QUIET;
    if (reading && (reading.changedAt.getTime() > since || filesOf(reading).has(key))) return false;
    await ctx.objects.discard(key);
    return true;
  });
}
