import type { Context } from '../../platform/context.ts';
import { isPermitted, type Place, reachOf } from './permission-rules.ts';
import { selectPerson } from './person-store.ts';
import { forbidden, signedOut } from './refusals.ts';
import type { Deed, Person } from './unit.ts';
import { isWithin } from './unit-store.ts';

async function placeOf(ctx: Context, person: Person, deed: Deed, unitId: string | null | undefined): Promise<Place> {
  if (unitId === undefined) return 'anywhere';
  if (unitId === null) return 'system';
  if (person.unitId === null || reachOf(person.role, deed) !== 'own-and-below') return 'outside';
  return (await isWithin(ctx.db, unitId, person.unitId)) ? 'inside' : 'outside';
}

/**
 * Whether the context's actor may do the deed. Rights are read anew each time, so that a change of rights counts at once.
 * @param unitId the unit concerned; left out: "anywhere at all", e.g. to show a button; null: "in the whole system"
 */
export async function may(ctx: Context, deed: Deed, unitId?: string | null): Promise<boolean> {
  if (ctx.actor.kind === 'system') return true;
  if (ctx.actor.kind === 'visitor') return false;
  const person = await selectPerson(ctx.db, ctx.actor.id);
  if (person === null || !person.active) return false;
  return isPermitted(person.role, deed, await placeOf(ctx, person, deed, unitId), person.unitId !== null);
}

/**
 * The first line of every use case that writes: throws `signed-out` or `forbidden` unless the context's actor may do the
 * deed (see `may`). The system may do everything.
 */
export async function permit(ctx: Context, deed: Deed, unitId?: string | null): Promise<void> {
  if (await may(ctx, deed, unitId)) return;
  throw ctx.actor.kind === 'person' ? forbidden() : signedOut();
}
