import { type Context, once } from '../../platform/context.ts';
import type { Unit } from './unit.ts';
import { inTreeOrder, withDescendants } from './unit-rules.ts';
import { selectUnits } from './unit-store.ts';

/** All units in tree order: each right after its parent, sisters by the Ukrainian alphabet. Open to everybody. */
export async function listUnits(ctx: Context): Promise<Unit[]> {
  return once(ctx, 'accounts.units', async () => inTreeOrder(await selectUnits(ctx.db)));
}

export async function findUnit(ctx: Context, id: string): Promise<Unit | null> {
  return (await listUnits(ctx)).find((unit) => unit.id === id) ?? null;
}

/** By its address part. */
export async function findUnitBySlug(ctx: Context, slug: string): Promise<Unit | null> {
  return (await listUnits(ctx)).find((unit) => unit.slug === slug) ?? null;
}

/** The unit's id and the ids of all below it; empty when there is no such unit. */
export async function unitWithDescendants(ctx: Context, id: string): Promise<string[]> {
  return withDescendants(await listUnits(ctx), id);
}
