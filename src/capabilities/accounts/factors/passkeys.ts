import { isAPIError } from 'better-auth/api';
import { z } from 'zod';
import { dayOf } from '../../../kernel/dates.ts';
import { type Context, transaction } from '../../../platform/context.ts';
import { record } from '../../history/index.ts';
import { personSubject } from '../people/person-rules.ts';
import { selectPerson } from '../people/person-store.ts';
import { switchedOff } from '../refusals.ts';
import { authentication, PASSKEY_COOKIE, SESSION_COOKIE } from '../signing-in/authentication.ts';
import { type Client, clientHeaders, cookieOnly, ourCookiesOf } from '../signing-in/request-headers.ts';
import { letIn, type SignedIn } from '../signing-in/sign-in.ts';
import { confirmPerson } from './confirm-person.ts';
import { deleteTwoFactor, type PasskeyView, selectFactors, selectPasskeys, updateFactorFlag } from './factor-store.ts';
import { type PasskeySite, passkeyDoor } from './passkey-door.ts';
import { noSuchPasskey, passkeyRefused } from './refusals.ts';
import { makeTwoFactor } from './totp.ts';

/** A question for `navigator.credentials`, in the JSON form of WebAuthn, with the Set-Cookie values that go along. */
export interface PasskeyQuestion {
  readonly options: object;
  readonly cookies: readonly string[];
}

const LONGEST_NAME = 60;

/** The question a new passkey answers. Throws as `confirmPerson`. */
export async function askNewPasskey(
  ctx: Context,
  headers: Headers,
  input: PasskeySite & { password: string },
): Promise<PasskeyQuestion> {
  await confirmPerson(ctx, headers, input.password);
  const { api } = await passkeyDoor(ctx, input);
  const asked = { headers: cookieOnly(headers), query: {}, returnHeaders: true } as const;
  const answer = await api.generatePasskeyRegistrationOptions(asked);
  return { options: answer.response, cookies: ourCookiesOf(answer.headers) };
}

/**
 * Adds the passkey that answered. Throws as `confirmPerson`, or `passkey-refused`.
 * @param input `response`: the credential in the JSON form of WebAuthn
 * @returns recovery codes, shown this once, where it is the person's first factor; else none
 */
export async function addPasskey(
  ctx: Context,
  headers: Headers,
  input: PasskeySite & { password: string; name: string; response: string },
): Promise<{ codes: readonly string[] }> {
  const person = await confirmPerson(ctx, headers, input.password);
  const name = nameOf(input.name);
  return await transaction(ctx, async (inner) => {
    const before = await selectFactors(inner.db, person.id);
    const { api } = await passkeyDoor(inner, input);
    const asked = clientHeaders({ userAgent: '', address: '' }, headers, [SESSION_COOKIE, PASSKEY_COOKIE]);
    const body = { response: parsed(NewCredential, input.response), name };
    await api.verifyPasskeyRegistration({ body, headers: asked }).catch(refusePasskey);
    const isFirst = !before.totp && before.passkeys === 0;
    // before the flag is set: better-auth would take the codes of a phone for confirmed
    const codes = isFirst ? await makeTwoFactor(inner, headers, input.password) : [];
    await updateFactorFlag(inner.db, person.id, true);
    await record(inner, { deed: 'factor.passkey-added', subject: personSubject(person), after: { name } });
    return { codes };
  });
}

function nameOf(typed: string): string {
  return typed.trim().replace(/\s+/g, ' ').slice(0, LONGEST_NAME) || 'Ключ доступу';
}

const Base = { id: z.string(), rawId: z.string(), type: z.literal('public-key') };
/** The JSON form of WebAuthn (Level 3, 5.1) as browsers send it; what is in it is judged by better-auth's library. */
const NewCredential = z.object({
  ...Base,
  response: z.object({
    clientDataJSON: z.string(),
    attestationObject: z.string(),
    transports: z.array(z.string()).default([]),
  }),
  clientExtensionResults: z.object({}).default({}),
});
const Assertion = z.object({
  ...Base,
  response: z.object({
    clientDataJSON: z.string(),
    authenticatorData: z.string(),
    signature: z.string(),
    userHandle: z.string().optional(),
  }),
  clientExtensionResults: z.object({}).default({}),
});

function parsed<T extends z.ZodType>(schema: T, sent: string): z.output<T> {
  try {
    return schema.parse(JSON.parse(sent));
  } catch {
    throw passkeyRefused(); // not what a browser sends
  }
}

function refusePasskey(error: unknown): never {
  throw isAPIError(error) ? passkeyRefused() : error;
}

/** The person's own passkeys, the oldest first. */
export async function listPasskeys(ctx: Context, personId: string): Promise<PasskeyView[]> {
  return await selectPasskeys(ctx.db, personId);
}

/** Gives a passkey of one's own another name. Throws `no-such-passkey`. */
export async function renamePasskey(
  ctx: Context,
  headers: Headers,
  input: PasskeySite & { id: string; name: string },
): Promise<void> {
  const name = nameOf(input.name);
  await transaction(ctx, async (inner) => {
    const { api } = await passkeyDoor(inner, input);
    const body = { id: input.id, name };
    await api.updatePasskey({ body, headers: cookieOnly(headers) }).catch(refuseUnknown);
    const session = await (await authentication(inner)).api.getSession({ headers: cookieOnly(headers) });
    if (session === null) return;
    await record(inner, { deed: 'factor.passkey-renamed', subject: personSubject(session.user), after: { name } });
  });
}

/** Removes a passkey of one's own. With the last factor the recovery codes go as well. Throws as `confirmPerson`, or `no-such-passkey`. */
export async function removePasskey(
  ctx: Context,
  headers: Headers,
  input: PasskeySite & { id: string; password: string },
): Promise<void> {
  const person = await confirmPerson(ctx, headers, input.password);
  await transaction(ctx, async (inner) => {
    const removed = (await selectPasskeys(inner.db, person.id)).find(({ id }) => id === input.id);
    if (removed === undefined) throw noSuchPasskey();
    const { api } = await passkeyDoor(inner, input);
    await api.deletePasskey({ body: { id: input.id }, headers: cookieOnly(headers) }).catch(refuseUnknown);
    const { totp, passkeys } = await selectFactors(inner.db, person.id);
    if (!totp && passkeys === 0) await deleteTwoFactor(inner.db, person.id);
    await updateFactorFlag(inner.db, person.id, totp || passkeys > 0);
    const before = { name: removed.name };
    await record(inner, { deed: 'factor.passkey-removed', subject: personSubject(person), before });
  });
}

function refuseUnknown(error: unknown): never {
  throw isAPIError(error) ? noSuchPasskey() : error;
}

/** The question somebody signing in answers with a passkey of theirs; it names nobody. */
export async function askPasskey(ctx: Context, site: PasskeySite): Promise<PasskeyQuestion> {
  const { api } = await passkeyDoor(ctx, site);
  const answer = await api.generatePasskeyAuthenticationOptions({ headers: new Headers(), returnHeaders: true });
  const options = { ...answer.response, userVerification: 'required' };
  return { options, cookies: ourCookiesOf(answer.headers) };
}

/** Opens a session by a passkey: it stands for the password and the second step. Throws `passkey-refused`, `switched-off`. */
export async function signInByPasskey(
  ctx: Context,
  headers: Headers,
  input: PasskeySite & Client & { response: string },
): Promise<SignedIn> {
  return await transaction(ctx, async (inner) => {
    const { api } = await passkeyDoor(inner, input);
    const asked = { headers: clientHeaders(input, headers, [PASSKEY_COOKIE]), returnHeaders: true } as const;
    const body = { response: parsed(Assertion, input.response) };
    const answer = await api.verifyPasskeyAuthentication({ body, ...asked }).catch(refusePasskey);
    const person = await selectPerson(inner.db, answer.response.user.id, dayOf(inner.clock.now()));
    if (person === null || !person.active) throw switchedOff();
    const cookies = ourCookiesOf(answer.headers);
    return await letIn(inner, { person, cookies, way: 'passkey', client: input, headers });
  });
}
