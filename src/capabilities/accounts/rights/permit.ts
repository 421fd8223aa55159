import { dayOf } from '../../../kernel/dates.ts';
import { isId } from '../../../kernel/ids.ts';
import { actingAs, type Context, once } from '../../../platform/context.ts';
import {
  type AskedBeside,
  type PersonWithReach,
  selectPersonWithReach,
  type WideHolding,
} from '../people/person-store.ts';
import { forbidden, signedOut } from '../refusals.ts';
import { mayByToken, reachByToken } from '../tokens/token-rights.ts';
import type { Deed } from '../units/unit.ts';
import { grantOfHolding, isPermitted, type Standing } from './permission-rules.ts';

/** A dataset (or a thing of one): named datasets count by its id. */
export interface DatasetPlace {
  /** Null: the unit itself. */
  readonly id: string | null;
  /** Null: nobody's, so the whole system's. */
  readonly unitId: string | null;
}

/**
 * Where a deed is to be done: a unit; a dataset, by which named datasets count; null: "in the whole system"; left out: "anywhere at all",
 * e.g. to show a button.
 */
export type PermitPlace = string | DatasetPlace | null | undefined;

function partsOf(place: PermitPlace): { kind: Standing['place']; unitId: string | null; datasetId: string | null } {
  if (place === undefined) return { kind: 'anywhere', unitId: null, datasetId: null };
  if (place === null) return { kind: 'system', unitId: null, datasetId: null };
  if (typeof place === 'string') return { kind: 'unit', unitId: place, datasetId: null };
  if (place.id !== null) return { kind: 'dataset', unitId: place.unitId, datasetId: place.id };
  return { kind: place.unitId === null ? 'system' : 'unit', unitId: place.unitId, datasetId: null };
}

/** A person with all that they hold today and how far it reaches: asked once in what a request only looks at. */
function withReach(ctx: Context, personId: string, beside?: AskedBeside): Promise<PersonWithReach | null> {
  const day = dayOf(ctx.clock.now());
  return once(ctx, `accounts.held ${personId} ${day}`, () => selectPersonWithReach(ctx.db, personId, day, beside));
}

/** Who asks, at the beginning of a request: what `may` is asked of them later is known from then. Null: nobody. */
export async function personWhoAsks(
  ctx: Context,
  personId: string,
  beside?: AskedBeside,
): Promise<Pick<PersonWithReach, 'person' | 'beside'> | null> {
  return isId(personId) ? withReach(ctx, personId, beside) : null;
}

/** What the person holds today, with the units of each. */
async function heldBy(ctx: Context, personId: string): Promise<readonly WideHolding[]> {
  return (await withReach(ctx, personId))?.held ?? [];
}

/**
 * Whether the context's actor may do the deed. Rights are read in one statement: anew in each
 * transaction, once for all that a request only looks at, so that a change of rights counts from the next request.
 */
export async function may(ctx: Context, deed: Deed, place?: PermitPlace): Promise<boolean> {
  if (ctx.actor.kind === 'system') return true;
  if (ctx.actor.kind === 'token')
    return mayByToken(ctx, ctx.actor, deed, place, (owner) => may(actingAs(ctx, owner), deed, place));
  if (ctx.actor.kind === 'guest') {
    const here = typeof place === 'object' && place !== null && place.id === ctx.actor.subjectId;
    return here && ctx.actor.deeds.includes(deed);
  }
  if (ctx.actor.kind === 'visitor' || !isId(ctx.actor.id)) return false;
  const { kind, unitId, datasetId } = partsOf(place);
  if (unitId !== null && !isId(unitId)) return false;
  const held = await heldBy(ctx, ctx.actor.id);
  return held.some((holding) =>
    isPermitted(holding, deed, {
      place: kind,
      inside: unitId === null ? holding.whole : holding.unitIds.includes(unitId),
      named: datasetId !== null && (holding.datasetIds?.includes(datasetId) ?? false),
    }),
  );
}

/**
 * The first line of every use case that writes: throws `signed-out` or `forbidden` unless the context's actor may do the
 * deed (see `may`). The system may do everything.
 */
export async function permit(ctx: Context, deed: Deed, place?: PermitPlace): Promise<void> {
  if (await may(ctx, deed, place)) return;
  throw ctx.actor.kind === 'visitor' ? signedOut() : forbidden();
}

/** The same where one of several rights is enough, e.g. of who prepares and of who publishes. */
export async function permitAny(ctx: Context, deeds: readonly Deed[], place?: PermitPlace): Promise<void> {
  for (const deed of deeds) if (await may(ctx, deed, place)) return;
  await permit(ctx, deeds[0] ?? 'settings.change', place); // says why
}

/** All that a deed reaches: everything, or these units (those below them are counted in) and these datasets. */
export type DeedReach = 'all' | { readonly unitIds: readonly string[]; readonly datasetIds: readonly string[] };

/** Where the context's actor may do the deed, for lists: one statement, whatever the number of units. */
export async function reachOf(ctx: Context, deed: Deed): Promise<DeedReach> {
  if (ctx.actor.kind === 'system') return 'all';
  if (ctx.actor.kind === 'token')
    return reachByToken(ctx, ctx.actor, deed, (owner) => reachOf(actingAs(ctx, owner), deed));
  if (ctx.actor.kind !== 'person' || !isId(ctx.actor.id)) return { unitIds: [], datasetIds: [] };
  const held = await heldBy(ctx, ctx.actor.id);
  const giving = held.filter((holding) => grantOfHolding(holding, deed) !== null);
  const all = giving.filter(({ datasetIds }) => datasetIds === null);
  if (giving.some((held) => grantOfHolding(held, deed)?.reach === 'all') || all.some(({ whole }) => whole))
    return 'all';
  return {
    unitIds: [...new Set(all.flatMap(({ unitIds }) => unitIds))],
    datasetIds: [...new Set(giving.flatMap(({ datasetIds }) => datasetIds ?? []))],
  };
}

/** Whether a reach covers a place. */
export function isWithinReach(reach: DeedReach, place: DatasetPlace): boolean {
  if (reach === 'all') return true;
  if (place.unitId !== null && reach.unitIds.includes(place.unitId)) return true;
  return place.id !== null && reach.datasetIds.includes(place.id);
}
