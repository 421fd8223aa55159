import { newId } from '../../kernel/ids.ts';
import type { Context } from '../../platform/context.ts';
import { insertLoad } from './load-store.ts';
import type { Load, Source } from './source.ts';

/** Begins a load, unless one of the source is under way: then false. On the context's transaction. */
export async function startLoad(ctx: Context, source: Source, cause: Load['cause']): Promise<boolean> {
  const now = ctx.clock.now();
  const load: Load = {
    id: newId(now.getTime()),
    resourceId: source.resourceId,
    datasetId: source.datasetId,
    cause,
    state: 'asked',
    bytes: null,
    rows: null,
    readingId: null,
    versionNumber: null,
    reason: null,
    startedAt: now,
    changedAt: now,
    endedAt: null,
  };
  const begun = await insertLoad(ctx, load);
  if (begun) await ctx.emit(ctx.db, { name: 'load-asked', loadId: load.id });
  return begun;
}
