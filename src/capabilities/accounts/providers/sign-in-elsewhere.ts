import { createHmac, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { dayOf } from '../../../kernel/dates.ts';
import { isId } from '../../../kernel/ids.ts';
import { actingAs, type Context, transaction } from '../../../platform/context.ts';
import { record } from '../../history/index.ts';
import { selectCommunity, selectSecret } from '../community/community-store.ts';
import { selectFactors } from '../factors/factor-store.ts';
import { hasMail, personSubject, tidyEmail } from '../people/person-rules.ts';
import { deleteLinks, lockLink, selectPerson, selectPersonByEmail } from '../people/person-store.ts';
import { linkedLetter } from '../people/warning-letters.ts';
import { signedOut, switchedOff } from '../refusals.ts';
import { actorOfPerson } from '../rights/actor-of-person.ts';
import { authentication } from '../signing-in/authentication.ts';
import { type Client, clientHeaders, cookieValue, ourCookiesOf } from '../signing-in/request-headers.ts';
import { personOfLink } from '../signing-in/reset-password.ts';
import { letIn, personOfRequest, type SignedIn } from '../signing-in/sign-in.ts';
import type { Person } from '../units/unit.ts';
import { idGovUaAdapter } from './id-gov-ua-adapter.ts';
import { secretPlace } from './manage-providers.ts';
import { oidcAdapter } from './oidc-adapter.ts';
import type { Identity, OpenProvider, ProviderReach } from './provider.ts';
import { selectLinked, selectProvider } from './provider-store.ts';
import { linkedToAnother, noSuchProvider, notKnownHere, providerRefused, returnOver } from './refusals.ts';

/** Ties the return to the browser that was sent away. */
const RETURN_COOKIE = 'vidkryto_return';
/** Minutes somebody may spend at the other service. */
const RETURN_MINUTES = 15;
/** Where services send people back, on every site of ours. */
export const RETURN_PATH = '/sign-in/return';

/** Why somebody is sent away: to sign in, to add the service to their account, to accept an invitation by it. */
const Purpose = z.discriminatedUnion('for', [
  z.object({ for: z.literal('sign-in') }),
  z.object({ for: z.literal('link'), personId: z.string() }),
  z.object({ for: z.literal('invitation'), token: z.string() }),
]);
export type Purpose = z.infer<typeof Purpose>;

const Kept = z.object({
  providerId: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  next: z.string(),
  purpose: Purpose,
});
type Kept = z.infer<typeof Kept>;

const chance = (): string => randomBytes(32).toString('base64url');
const adapterOf = ({ kind }: OpenProvider) => (kind === 'oidc' ? oidcAdapter : idGovUaAdapter);
async function providerOf(ctx: Context, id: string): Promise<OpenProvider> {
  const found = isId(id) ? await selectProvider(ctx.db, id) : null;
  if (found === null || !found.active) throw noSuchProvider();
  const { sealedSecret, ...provider } = found;
  const clientSecret = ctx.secrets.open(sealedSecret, secretPlace(id));
  if (clientSecret === null) throw providerRefused('its secret has to be typed anew in the settings');
  return { ...provider, clientSecret };
}

/** Sends somebody to a service. @returns the address to go to and a whole Set-Cookie value */
export async function leaveFor(
  ctx: Context,
  input: { providerId: string; origin: string; next: string; purpose: Purpose; secure: boolean },
  reach: ProviderReach,
): Promise<{ address: string; cookie: string }> {
  const provider = await providerOf(ctx, input.providerId);
  const [state, nonce, verifier] = [chance(), chance(), chance()];
  const redirectUri = `${input.origin}${RETURN_PATH}`;
  const asked = { state, nonce, verifier, redirectUri };
  const address = await adapterOf(provider).questionAddress(provider, asked, reach);
  const { providerId, next, purpose } = input;
  const kept: Kept = { providerId, nonce, verifier, next, purpose };
  const { internalAdapter } = await (await authentication(ctx)).$context;
  await internalAdapter.createVerificationValue({
    identifier: `return:${state}`,
    value: JSON.stringify(kept),
    expiresAt: new Date(ctx.clock.now().getTime() + RETURN_MINUTES * 60_000),
  });
  const cookie = `${RETURN_COOKIE}=${state}; Max-Age=${RETURN_MINUTES * 60}; Path=${RETURN_PATH}; HttpOnly; SameSite=Lax${input.secure ? '; Secure' : ''}`;
  return { address, cookie };
}

/** What was kept, once: of two returns with the same state the second finds nothing. */
function takeKept(ctx: Context, headers: Headers, state: string): Promise<Kept> {
  return transaction(ctx, async (inner) => {
    if (state === '' || cookieValue(headers, RETURN_COOKIE) !== state) throw returnOver();
    const { internalAdapter } = await (await authentication(inner)).$context;
    const found = await internalAdapter.findVerificationValue(`return:${state}`);
    if (!found || found.expiresAt.getTime() <= inner.clock.now().getTime()) throw returnOver();
    if (!(await lockLink(inner.db, found.id))) throw returnOver();
    await internalAdapter.deleteVerificationByIdentifier(`return:${state}`);
    return Kept.parse(JSON.parse(found.value));
  });
}

/**
 * Somebody comes back from a service. Nobody is registered: the identity must belong to a person already (linked before, by a verified e-mail, by
 * an invitation, or by themselves). Where they have a second step, it is asked here as well.
 * Throws `return-over`, `provider-refused`, `not-known-here`, `linked-to-another`, `switched-off`, `dead-link`.
 */
export async function comeBack(
  ctx: Context,
  headers: Headers,
  input: Client & { query: URLSearchParams; origin: string },
  reach: ProviderReach,
): Promise<{ signedIn: SignedIn | null; next: string }> {
  const { query, origin } = input;
  const kept = await takeKept(ctx, headers, query.get('state') ?? '');
  const code = query.get('code') ?? '';
  // the service's own words are not shown: anybody can write them into an address
  if (code === '') throw providerRefused('no code was given');
  const provider = await providerOf(ctx, kept.providerId);
  const answer = { ...kept, code, redirectUri: `${origin}${RETURN_PATH}`, issuer: query.get('iss') };
  const identity = await adapterOf(provider).identityOf(provider, answer, reach);
  return await transaction(ctx, async (inner) => {
    const person = await personOf(inner, headers, { provider, identity, purpose: kept.purpose });
    if (!person.active) throw switchedOff();
    if (kept.purpose.for === 'link') return { signedIn: null, next: kept.next };
    return { signedIn: await openFor(inner, headers, person, input), next: kept.next };
  });
}

interface Arrival {
  readonly provider: OpenProvider;
  readonly identity: Identity;
  readonly purpose: Purpose;
}

async function personOf(ctx: Context, headers: Headers, arrival: Arrival): Promise<Person> {
  const { provider, identity, purpose } = arrival;
  const digest = await digestOf(ctx, provider, identity);
  const today = dayOf(ctx.clock.now());
  const linkedId = await selectLinked(ctx.db, provider.id, digest);
  const linked = linkedId === null ? null : await selectPerson(ctx.db, linkedId, today);
  const wanted = await wantedPerson(ctx, headers, purpose);
  if (wanted !== null) {
    if (linked !== null && linked.id !== wanted.id) throw linkedToAnother();
    if (linked === null) await link(ctx, wanted, provider, digest);
    return wanted;
  }
  if (linked !== null) return linked;
  const { verifiedEmail } = identity;
  const byEmail = verifiedEmail === null ? null : await selectPersonByEmail(ctx.db, tidyEmail(verifiedEmail), today);
  if (byEmail === null || !byEmail.active) throw notKnownHere();
  await link(ctx, byEmail, provider, digest);
  return byEmail;
}

/** Whom the identity is to be added to, where that was said before they were sent away. */
async function wantedPerson(ctx: Context, headers: Headers, purpose: Purpose): Promise<Person | null> {
  if (purpose.for === 'sign-in') return null;
  if (purpose.for === 'link') {
    const person = await personOfRequest(ctx, headers);
    if (person === null || person.id !== purpose.personId) throw signedOut();
    return person;
  }
  const person = await personOfLink(ctx, purpose.token);
  await deleteLinks(ctx.db, person.id, ctx.clock.now());
  return person;
}

/** Our own name of an identity: a keyed digest, from which the subject (at id.gov.ua РНОКПП) cannot be had. */
async function digestOf(ctx: Context, provider: OpenProvider, { subject }: Identity): Promise<string> {
  const key = await selectSecret(ctx.db);
  return createHmac('sha256', key)
    .update(JSON.stringify(['identity', provider.issuer, subject]))
    .digest('hex');
}

async function link(ctx: Context, person: Person, provider: OpenProvider, digest: string): Promise<void> {
  const { internalAdapter } = await (await authentication(ctx)).$context;
  await internalAdapter.linkAccount({ userId: person.id, providerId: provider.id, accountId: digest });
  const community = (await selectCommunity(ctx.db))?.profile.name ?? '';
  const letter = linkedLetter({ to: person.email, name: person.name, community }, provider.name);
  if (hasMail(person)) await ctx.mail.write(ctx.db, letter);
  await record(actingAs(ctx, actorOfPerson(person)), {
    deed: 'person.provider-linked',
    subject: personSubject(person),
    after: { service: provider.name },
  });
}

async function openFor(ctx: Context, headers: Headers, person: Person, client: Client): Promise<SignedIn> {
  const { totp, passkeys } = await selectFactors(ctx.db, person.id);
  const secondStep = totp || passkeys > 0;
  const { api } = await authentication(ctx, { secure: client.secure ?? false });
  const body = { userId: person.id, secondStep };
  const answer = await api.openSession({ body, headers: clientHeaders(client), returnHeaders: true });
  const cookies = ourCookiesOf(answer.headers);
  if (secondStep) return { step: 'second', cookies };
  return await letIn(ctx, { person, cookies, way: 'provider', client, headers });
}
