import { type Context, once } from '../../../platform/context.ts';
import { selectLastUnits, selectNeighbours, selectPreviousUnits } from './successor-store.ts';
import type { ReorganisationKind, Unit } from './unit.ts';
import { inTreeOrder, withDescendants } from './unit-rules.ts';
import { selectUnits } from './unit-store.ts';

/** All units, those reorganised too, in tree order: for the name of one that is no more. Open to everybody. */
export async function listAllUnits(ctx: Context): Promise<Unit[]> {
  return once(ctx, 'accounts.units', async () => inTreeOrder(await selectUnits(ctx.db)));
}

/** Units that work, in tree order: each right after its parent, sisters by the Ukrainian alphabet. Open to everybody. */
export async function listUnits(ctx: Context): Promise<Unit[]> {
  return (await listAllUnits(ctx)).filter(({ closedOn }) => closedOn === null);
}

/** One that is no more too: its page leads to its successors. */
export async function findUnit(ctx: Context, id: string): Promise<Unit | null> {
  return (await listAllUnits(ctx)).find((unit) => unit.id === id) ?? null;
}

/** By its address part; one that is no more too. */
export async function findUnitBySlug(ctx: Context, slug: string): Promise<Unit | null> {
  return (await listAllUnits(ctx)).find((unit) => unit.slug === slug) ?? null;
}

/** The unit's id and the ids of all below it; empty when there is no such unit. */
export async function unitWithDescendants(ctx: Context, id: string): Promise<string[]> {
  return withDescendants(await listUnits(ctx), id);
}

/** What a reorganisation made of units: those a unit came of, and those that came of it. */
export interface UnitKin {
  readonly predecessors: readonly KinUnit[];
  readonly successors: readonly KinUnit[];
}

export interface KinUnit {
  readonly id: string;
  readonly name: string;
  readonly slug: string;
  readonly kind: ReorganisationKind;
  /** The day of the reorganisation. */
  readonly on: string;
  readonly order: string;
}

/** Predecessors and successors of a unit. Open to everybody. */
export async function unitKin(ctx: Context, unitId: string): Promise<UnitKin> {
  const all = await selectNeighbours(ctx.db, unitId);
  return {
    predecessors: all.filter(({ side }) => side === 'before').map(({ side: _side, ...unit }) => unit),
    successors: all.filter(({ side }) => side === 'after').map(({ side: _side, ...unit }) => unit),
  };
}

/** Units a dataset belonged to before, the last first («попередній розпорядник»). Open to everybody. */
export async function previousUnits(ctx: Context, datasetId: string): Promise<{ name: string; slug: string }[]> {
  return await selectPreviousUnits(ctx.db, datasetId);
}

/** The name of the unit each dataset belonged to just before, by dataset («попередній розпорядник»). One statement. Open to everybody. */
export function previousUnitNames(ctx: Context, datasetIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  return selectLastUnits(ctx.db, datasetIds);
}
