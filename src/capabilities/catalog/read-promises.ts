import { queryTokens } from '../../language/search-tokens.ts';
import type { Context } from '../../platform/context.ts';
import { listUnits } from '../accounts/index.ts';
import type { DatasetPromise } from './promise.ts';
import { type StoredPromise, selectKeptPromises, selectOpenPromises, selectPromise } from './promise-store.ts';

/** Which open promises: of one unit, those that answer a question, at most so many. What is left out does not narrow. */
export interface PromiseFilter {
  readonly unitId?: string;
  /** Words in any form, all of which must be met. */
  readonly q?: string;
  readonly most: number;
}

async function withUnits(ctx: Context, stored: readonly StoredPromise[]): Promise<DatasetPromise[]> {
  if (stored.length === 0) return [];
  const units = new Map((await listUnits(ctx)).map((unit) => [unit.id, unit]));
  return stored.map(({ unitId, ...promise }) => {
    const unit = units.get(unitId);
    return { ...promise, unit: { id: unitId, name: unit?.name ?? '', slug: unit?.slug ?? '' } };
  });
}

/** What is promised to the public, the nearest term first. Open to everybody. */
export async function openPromises(
  ctx: Context,
  filter: PromiseFilter,
): Promise<{ readonly items: readonly DatasetPromise[]; readonly total: number }> {
  const stems = queryTokens(filter.q ?? '').map((token) => [token.stem, ...token.alternatives]);
  const { items, total } = await selectOpenPromises(ctx.db, {
    unitId: filter.unitId ?? null,
    stems,
    most: filter.most,
  });
  return { items: await withUnits(ctx, items), total };
}

/** What was promised and is done, the latest first. Open to everybody. */
export async function keptPromises(ctx: Context, most: number): Promise<readonly DatasetPromise[]> {
  return withUnits(ctx, await selectKeptPromises(ctx.db, most));
}

/** The promise at an address, in any state; null where nothing was promised. Open to everybody. */
export async function findPromise(ctx: Context, slug: string): Promise<DatasetPromise | null> {
  const stored = await selectPromise(ctx.db, { slug: slug.toLowerCase() });
  return stored ? ((await withUnits(ctx, [stored]))[0] ?? null) : null;
}

/** The promise of a dataset, in any state, for the cabinet. */
export async function promiseOfDataset(ctx: Context, datasetId: string): Promise<DatasetPromise | null> {
  const stored = await selectPromise(ctx.db, { id: datasetId });
  return stored ? ((await withUnits(ctx, [stored]))[0] ?? null) : null;
}
