import { isId } from '../../../kernel/ids.ts';
import { type Context, transaction } from '../../../platform/context.ts';
import { record } from '../../history/index.ts';
import { signedOut } from '../refusals.ts';
import { permit } from '../rights/permit.ts';
import type { Token } from './token.ts';
import { noSuchToken } from './token-rules.ts';
import { endToken, selectToken, selectTokens } from './token-store.ts';

/** The tokens of the person who asks, those that work first. */
export async function listOwnTokens(ctx: Context): Promise<Token[]> {
  if (ctx.actor.kind !== 'person') throw signedOut();
  return selectTokens(ctx.db, { personId: ctx.actor.id });
}

/** The tokens of these units that the actor may manage; `all`: of every unit. Needs `token.manage` where they are. */
export async function listServiceTokens(ctx: Context, unitIds: readonly string[] | 'all'): Promise<Token[]> {
  await permit(ctx, 'token.manage', unitIds === 'all' ? null : undefined);
  return selectTokens(ctx.db, { unitIds });
}

/**
 * Ends a token for good: the next request with it is refused. Its person may, and for a unit's whoever has `token.manage` there. Ending one that
 * is over changes nothing.
 */
export function revokeToken(ctx: Context, id: string): Promise<void> {
  return transaction(ctx, async (tx) => {
    const token = isId(id) ? await selectToken(tx.db, id, 'lock') : null;
    if (!token) throw noSuchToken();
    const own = tx.actor.kind === 'person' && token.personId === tx.actor.id;
    if (!own) await permit(tx, token.personId === null ? 'token.manage' : 'people.manage', token.unitId);
    if (token.endedAt !== null) return;
    await endToken(tx.db, id, tx.clock.now(), 'revoked');
    await record(tx, { deed: 'token.revoked', subject: { kind: 'token', id, name: token.name } });
  });
}
