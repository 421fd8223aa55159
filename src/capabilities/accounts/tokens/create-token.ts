import { RequestError, refuseFaults } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import { type Context, transaction } from '../../../platform/context.ts';
import { record } from '../../history/index.ts';
import { refuseUnknownUnit } from '../people/create-person.ts';
import { signedOut } from '../refusals.ts';
import { permit } from '../rights/permit.ts';
import type { NewToken, Token } from './token.ts';
import { digestOf, makeSecret, scopesOf, TOKEN_DAYS, tokenFaults } from './token-rules.ts';
import { insertToken } from './token-store.ts';

/** A token just made: `secret` is shown this once, nobody can show it again. */
export interface MadeToken {
  readonly token: Token;
  readonly secret: string;
}

/**
 * Makes a token of the person who asks. It can do no more than they can, at the moment it is used. Throws `invalid` (fields `name`, `scopes`,
 * `days`).
 */
export function createPersonalToken(ctx: Context, wanted: NewToken): Promise<MadeToken> {
  const { actor } = ctx;
  if (actor.kind !== 'person') throw signedOut();
  return transaction(ctx, (tx) => create(tx, { ...wanted, personId: actor.id }));
}

/** Makes a token that acts for a unit and those below it. Needs `token.manage` there. Throws `invalid`, `forbidden`. */
export function createServiceToken(ctx: Context, wanted: NewToken & { readonly unitId: string }): Promise<MadeToken> {
  return transaction(ctx, async (tx) => {
    await permit(tx, 'token.manage', wanted.unitId);
    return create(tx, { ...wanted, personId: null });
  });
}

async function create(ctx: Context, wanted: NewToken & { readonly personId: string | null }): Promise<MadeToken> {
  const { actor } = ctx;
  if (actor.kind === 'token') throw noTokensByTokens();
  refuseFaults(tokenFaults(wanted, wanted.personId !== null));
  await refuseUnknownUnit(ctx, wanted.unitId);
  const now = ctx.clock.now();
  const secret = makeSecret();
  const token: Token = {
    id: newId(now.getTime()),
    name: wanted.name.trim(),
    ending: secret.slice(-4),
    personId: wanted.personId,
    unitId: wanted.unitId,
    datasetIds: wanted.datasetIds,
    scopes: scopesOf(wanted.scopes),
    createdBy: actor.kind === 'visitor' ? '' : actor.name,
    createdAt: now,
    expiresAt: new Date(now.getTime() + (wanted.days ?? TOKEN_DAYS) * 86_400_000),
    endedAt: null,
    endReason: null,
    usedOn: null,
    usedFrom: null,
  };
  await insertToken(ctx.db, token, digestOf(secret));
  const { id, name, scopes, unitId, datasetIds, expiresAt } = token;
  const after = { name, scopes, unitId, datasetIds, expiresAt };
  await record(ctx, { deed: 'token.created', subject: { kind: 'token', id, name }, after });
  return { token, secret };
}

function noTokensByTokens(): RequestError {
  return new RequestError('forbidden', 'token-by-token', {
    uk: 'Токен не може створювати токени. Створіть його в кабінеті.',
    en: 'A token cannot make tokens. Make it in the cabinet.',
  });
}
