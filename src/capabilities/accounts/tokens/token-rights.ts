import type { Actor } from '../../../kernel/actor.ts';
import { type Context, once } from '../../../platform/context.ts';
import type { DeedReach } from '../rights/permit.ts';
import { withDescendants } from '../units/unit-rules.ts';
import { selectUnits } from '../units/unit-store.ts';
import type { Token } from './token.ts';
import { isAlive } from './token-of-request.ts';
import { opens } from './token-rules.ts';
import { selectToken } from './token-store.ts';

/** The token as it is now; once for all that a request only looks at. */
function tokenNow(ctx: Context, id: string): Promise<Token | null> {
  return once(ctx, `accounts.token ${id}`, () => selectToken(ctx.db, id));
}

/** Where a deed is to be done, as `may` is told. */
type Place = string | { readonly id: string | null; readonly unitId: string | null } | null | undefined;

/**
 * Whether a token may do the deed: its scopes open it, the place lies in its unit and among its datasets, and, where it is a person's,
 * that person may (`person` is asked). The token is read anew, so that a job begun by one that was revoked since goes no further.
 */
export async function mayByToken(
  ctx: Context,
  actor: Extract<Actor, { kind: 'token' }>,
  deed: string,
  place: Place,
  person: (owner: Actor) => Promise<boolean>,
): Promise<boolean> {
  const token = await tokenNow(ctx, actor.id);
  if (!token || !isAlive(token, ctx.clock.now()) || !opens(token.scopes, deed)) return false;
  if (place !== undefined) {
    const { id = null, unitId } = typeof place === 'object' && place !== null ? place : { unitId: place };
    if (token.datasetIds !== null && (id === null || !token.datasetIds.includes(id))) return false;
    if (token.unitId !== null && (unitId === null || !(await unitsOf(ctx, token.unitId)).includes(unitId)))
      return false;
  }
  if (token.personId === null) return true;
  return actor.owner?.id === token.personId && person({ kind: 'person', ...actor.owner });
}

/** The unit and all below it. */
async function unitsOf(ctx: Context, unitId: string): Promise<string[]> {
  return withDescendants(await selectUnits(ctx.db), unitId);
}

const NOWHERE: DeedReach = { unitIds: [], datasetIds: [] };

/** Where a token may do the deed, for lists: what its unit or named datasets reach, and its person too where it is a person's. */
export async function reachByToken(
  ctx: Context,
  actor: Extract<Actor, { kind: 'token' }>,
  deed: string,
  person: (owner: Actor) => Promise<DeedReach>,
): Promise<DeedReach> {
  const token = await tokenNow(ctx, actor.id);
  if (!token || !isAlive(token, ctx.clock.now()) || !opens(token.scopes, deed)) return NOWHERE;
  let own: DeedReach = 'all';
  if (token.datasetIds !== null) own = { unitIds: [], datasetIds: token.datasetIds };
  else if (token.unitId !== null) own = { unitIds: await unitsOf(ctx, token.unitId), datasetIds: [] };
  if (token.personId === null) return own;
  if (actor.owner?.id !== token.personId) return NOWHERE;
  const theirs = await person({ kind: 'person', ...actor.owner });
  if (own === 'all' || theirs === 'all') return own === 'all' ? theirs : own;
  const { unitIds, datasetIds } = own;
  return {
    unitIds: theirs.unitIds.filter((id) => unitIds.includes(id)),
    datasetIds: theirs.datasetIds.filter((id) => datasetIds.includes(id)),
  };
}
