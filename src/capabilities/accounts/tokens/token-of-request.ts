import type { Actor } from '../../../kernel/actor.ts';
import { dayOf } from '../../../kernel/dates.ts';
import type { Context } from '../../../platform/context.ts';
import type { Token, TokenScope } from './token.ts';
import { badToken, bearerOf, digestOf, looksLikeToken, scopeMissing } from './token-rules.ts';
import { selectToken, selectTokenByDigest, updateTokenUse } from './token-store.ts';

/**
 * Who asks by the token of a request (`Authorization: Bearer vidkryto_…`); null where there is none. One statement, and once a day or from a
 * new address one more, which notes the use. Throws `signed-out` (code `bad-token`) for a token that is unknown, revoked, expired,
 * or whose person's access is off.
 */
export async function tokenOfRequest(ctx: Context, headers: Headers, address: string): Promise<Actor | null> {
  const secret = bearerOf(headers);
  if (secret === null) return null;
  const found = looksLikeToken(secret) ? await selectTokenByDigest(ctx.db, digestOf(secret)) : null;
  if (!found) throw badToken('unknown');
  const { token, owner } = found;
  if (!isAlive(token, ctx.clock.now())) throw badToken(token.endedAt === null ? 'expired' : 'ended');
  if (owner?.active === false) throw badToken('ended');
  const today = dayOf(ctx.clock.now());
  if (token.usedOn !== today || token.usedFrom !== address) await updateTokenUse(ctx.db, token.id, today, address);
  const whose = owner === null ? null : { id: owner.id, name: owner.name, email: owner.email };
  return { kind: 'token', id: token.id, name: token.name, owner: whose };
}

/** True until it is ended or its term is over. */
export function isAlive(token: Token, now: Date): boolean {
  return token.endedAt === null && token.expiresAt > now;
}

/**
 * Throws `forbidden` (code `scope-missing`) where the actor is a token that was not made for this. People and the system have no scopes:
 * only their rights count.
 */
export async function requireScope(ctx: Context, scope: TokenScope): Promise<void> {
  if (ctx.actor.kind !== 'token') return;
  const token = await selectToken(ctx.db, ctx.actor.id);
  if (!token?.scopes.includes(scope)) throw scopeMissing(scope);
}

/** The unit the asking token acts in; null where it is not bound to one. */
export async function unitOfToken(ctx: Context): Promise<string | null> {
  return ctx.actor.kind === 'token' ? ((await selectToken(ctx.db, ctx.actor.id))?.unitId ?? null) : null;
}
