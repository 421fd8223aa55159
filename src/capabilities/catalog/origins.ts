import { type Context, transaction } from '../../platform/context.ts';
import { record } from '../history/index.ts';
import { openForChange, subjectOf } from './open-dataset.ts';
import type { Origin } from './origin.ts';
import { putOrigin, selectOrigins, selectOriginsThere } from './origin-store.ts';

/**
 * Where these datasets were carried over from, by dataset, in one statement; those made here are absent. The caller has asked the right to
 * see the datasets.
 * @param ids all datasets when left out
 */
export async function originsOf(ctx: Context, ids?: readonly string[]): Promise<ReadonlyMap<string, Origin>> {
  const origins = await selectOrigins(ctx.db, ids ?? null);
  return new Map(origins.map((origin) => [origin.datasetId, origin]));
}

/** Datasets that came from these places of a portal: remote id → origin. */
export async function originsThere(
  ctx: Context,
  portal: string,
  remoteIds: readonly string[],
): Promise<ReadonlyMap<string, Origin>> {
  const origins = await selectOriginsThere(ctx.db, portal, remoteIds);
  return new Map(origins.map((origin) => [origin.remoteId, origin]));
}

/**
 * Keeps where a dataset came from. The date of its first publication there stays the date of its first publication here. Throws `not-found`,
 * `forbidden`; fails where another dataset came from the same place.
 */
export function keepOrigin(ctx: Context, origin: Origin): Promise<void> {
  return transaction(ctx, async (tx) => {
    const dataset = await openForChange(tx, origin.datasetId);
    const before = (await selectOrigins(tx.db, [dataset.id]))[0] ?? null;
    await putOrigin(tx.db, origin);
    if (before?.address === origin.address) return; // only what was seen there has changed
    const after = { address: origin.address, remoteId: origin.remoteId };
    await record(tx, { deed: 'dataset.origin-kept', subject: subjectOf(dataset), after });
  });
}
