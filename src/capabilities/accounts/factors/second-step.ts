import { isAPIError } from 'better-auth/api';
import { dayOf } from '../../../kernel/dates.ts';
import { faultyField, isRequestError } from '../../../kernel/errors.ts';
import { type Context, transaction } from '../../../platform/context.ts';
import { selectPerson } from '../people/person-store.ts';
import { switchedOff } from '../refusals.ts';
import { authentication, STEP_COOKIE } from '../signing-in/authentication.ts';
import { type Client, clientHeaders, cookieValue, ourCookiesOf } from '../signing-in/request-headers.ts';
import { letIn, type SignedIn } from '../signing-in/sign-in.ts';
import { countCodeTry, countWrong } from '../signing-in/try-limits.ts';
import type { Person } from '../units/unit.ts';
import { type FactorsView, selectFactors, spendCode } from './factor-store.ts';
import { tidyRecoveryCode, tidyTotpCode } from './recovery-codes.ts';
import { stepOver } from './refusals.ts';
import { spentDigest, wrongCode } from './totp.ts';

/** Whose second step waits in these headers, and by what it can be done; null when none does. */
export async function waitingStep(
  ctx: Context,
  headers: Headers,
): Promise<{ person: Person; factors: FactorsView } | null> {
  const identifier = cookieValue(headers, STEP_COOKIE);
  if (identifier === null) return null;
  const { internalAdapter } = await (await authentication(ctx)).$context;
  // better-auth's cookie is `value.signature`; who forges the value finds nothing, and the signature is checked at the deed
  const value = decodeURIComponent(identifier).split('.')[0] ?? '';
  const step = await internalAdapter.findVerificationValue(value);
  if (!step || step.expiresAt.getTime() <= ctx.clock.now().getTime()) return null;
  const person = await selectPerson(ctx.db, step.value, dayOf(ctx.clock.now()));
  if (person === null || !person.active) return null;
  return { person, factors: await selectFactors(ctx.db, person.id) };
}

/**
 * The second step by a code of a phone or a recovery code, whichever was typed; each works once. Throws `step-over` (begin with the password
 * again), `too-many-tries`, `invalid` with the faulty field `code`.
 */
export async function finishByCode(
  ctx: Context,
  headers: Headers,
  input: Client & { code: string },
): Promise<SignedIn> {
  const waiting = await waitingStep(ctx, headers);
  if (waiting === null) throw stepOver();
  const { email } = waiting.person;
  const recovery = tidyRecoveryCode(input.code);
  const counted = recovery === null ? await countCodeTry(ctx, { address: input.address, email, headers }) : undefined;
  try {
    return await transaction(ctx, async (inner) => {
      const { person } = waiting;
      const cookies =
        recovery === null
          ? await byPhone(inner, headers, { ...input, person })
          : await byRecovery(inner, headers, { ...input, code: recovery });
      const current = await selectPerson(inner.db, person.id, dayOf(inner.clock.now()));
      if (current === null || !current.active) throw switchedOff();
      const way = recovery === null ? 'code' : 'recovery-code';
      return await letIn(inner, { person: current, cookies, way, client: input, headers, ...(counted && { counted }) });
    });
  } catch (error) {
    if (isRequestError(error) && error.code === 'faulty-fields') await countWrong(ctx, email, 'code');
    throw error;
  }
}

async function byPhone(
  ctx: Context,
  headers: Headers,
  input: Client & { code: string; person: Person },
): Promise<string[]> {
  const code = tidyTotpCode(input.code);
  if (code === null) throw wrongCode();
  if (!(await spendCode(ctx.db, input.person.id, spentDigest(code), ctx.clock.now()))) throw wrongCode();
  const { api } = await authentication(ctx, { secure: input.secure ?? false });
  const asked = { headers: clientHeaders(input, headers, [STEP_COOKIE]), returnHeaders: true } as const;
  const answer = await api.verifyTOTP({ body: { code }, ...asked }).catch(refuse(wrongCode));
  return ourCookiesOf(answer.headers);
}

async function byRecovery(ctx: Context, headers: Headers, input: Client & { code: string }): Promise<string[]> {
  const { api } = await authentication(ctx, { secure: input.secure ?? false });
  const asked = { headers: clientHeaders(input, headers, [STEP_COOKIE]), returnHeaders: true } as const;
  const answer = await api.verifyBackupCode({ body: { code: input.code }, ...asked }).catch(refuse(wrongRecovery));
  return ourCookiesOf(answer.headers);
}

const wrongRecovery = () =>
  faultyField('code', {
    uk: 'Цей код відновлення не підходить або його вже використано. Візьміть інший з вашого списку.',
    en: 'This recovery code does not match or has been used. Take another one from your list.',
  });

const refuse =
  (wrong: () => Error) =>
  (error: unknown): never => {
    if (!isAPIError(error)) throw error;
    throw error.body?.code === 'INVALID_TWO_FACTOR_COOKIE' ? stepOver() : wrong();
  };
