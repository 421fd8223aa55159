import { isAPIError } from 'better-auth/api';
import { dayOf } from '../../../kernel/dates.ts';
import { isRequestError } from '../../../kernel/errors.ts';
import { actingAs, type Context, transaction } from '../../../platform/context.ts';
import { record } from '../../history/index.ts';
import { selectSecret } from '../community/community-store.ts';
import { emailOfSignIn } from '../people/person-rules.ts';
import { type AskedBeside, selectPersonByEmail } from '../people/person-store.ts';
import { switchedOff, wrongPassword } from '../refusals.ts';
import { mayEnter, refusalOfEntry } from '../rights/access.ts';
import { actorOfPerson } from '../rights/actor-of-person.ts';
import { personWhoAsks } from '../rights/permit.ts';
import type { Person } from '../units/unit.ts';
import { authentication, sessionCookieOf } from './authentication.ts';
import { rememberDevice } from './known-device.ts';
import { type Client, clientHeaders, cookieOnly, ourCookiesOf, sessionToken } from './request-headers.ts';
import type { SignIn } from './requests.ts';
import { type Counted, countPasswordTry, countWrong, forgetTries } from './try-limits.ts';

/** What came of a right password: the person is in, or the second step waits. `cookies` are whole Set-Cookie values. */
export type SignedIn =
  | { readonly step: 'done'; readonly person: Person; readonly cookies: readonly string[] }
  | { readonly step: 'second'; readonly cookies: readonly string[] };

/** How somebody signed in, for the history. */
export type Way = 'password' | 'code' | 'recovery-code' | 'passkey' | 'provider';

/**
 * Opens a session, or leads to the second step where the person has one. Throws `wrong-password` (the same for an unknown address),
 * `switched-off`, `absent`, `no-appointment`, `too-many-tries`.
 */
export async function signIn(ctx: Context, input: SignIn): Promise<SignedIn> {
  const email = emailOfSignIn(input.email);
  const counted = await countPasswordTry(ctx, { address: input.address, email, headers: input.headers });
  try {
    return await transaction(ctx, (inner) => enter(inner, { ...input, email }, counted));
  } catch (error) {
    if (isRequestError(error) && error.code === 'wrong-password') await countWrong(ctx, email, 'password');
    throw error;
  }
}

async function enter(ctx: Context, input: SignIn, counted: Counted): Promise<SignedIn> {
  const { cookies, waits } = await askPassword(ctx, input);
  const person = await selectPersonByEmail(ctx.db, input.email, dayOf(ctx.clock.now()));
  // thrown inside the transaction, so that the session just opened is never there
  if (person === null) throw switchedOff();
  if (!mayEnter(person)) throw await refusalOfEntry(ctx, person);
  if (waits) return { step: 'second', cookies };
  return await letIn(ctx, { person, cookies, way: 'password', client: input, headers: input.headers, counted });
}

async function askPassword(ctx: Context, input: SignIn): Promise<{ cookies: string[]; waits: boolean }> {
  const { api } = await authentication(ctx, { secure: input.secure ?? false });
  const body = { email: input.email, password: input.password };
  try {
    const answer = await api.signInEmail({ body, headers: clientHeaders(input), returnHeaders: true });
    const waits = 'twoFactorRedirect' in answer.response;
    const cookies = ourCookiesOf(answer.headers).filter((cookie) => waits || !/Max-Age=0/i.test(cookie));
    return { cookies, waits };
  } catch (error) {
    if (isAPIError(error) && (error.statusCode === 401 || error.statusCode === 400)) throw wrongPassword();
    throw error;
  }
}

/** The end of every way in: nobody who may not enter gets past; tries forgotten, the device remembered, a line in the history. */
export async function letIn(
  ctx: Context,
  facts: {
    person: Person;
    cookies: readonly string[];
    way: Way;
    client: Client;
    headers?: Headers | undefined;
    counted?: Counted;
  },
): Promise<SignedIn> {
  const { person, cookies, way, client, headers, counted } = facts;
  if (!mayEnter(person)) throw await refusalOfEntry(ctx, person);
  if (!mayEnter(person)) throw await refusalOfEntry(ctx, person);
  if (counted !== undefined) await forgetTries(ctx, counted);
  const device = await rememberDevice(ctx, person.id, headers, client.secure ?? false);
  const subject = { kind: 'person', id: person.id, name: person.name };
  await record(actingAs(ctx, actorOfPerson(person)), { deed: 'person.signed-in', subject, after: { way } });
  return { step: 'done', person, cookies: [...cookies, device] };
}

/** Ends the session of these headers, if there is one. @returns the Set-Cookie value that forgets it */
export async function signOut(ctx: Context, headers: Headers): Promise<{ cookie: string }> {
  return await transaction(ctx, async (inner) => {
    const person = await personOfRequest(inner, headers);
    const { api } = await authentication(inner);
    const answer = await api.signOut({ headers: cookieOnly(headers), returnHeaders: true });
    if (person !== null) {
      const subject = { kind: 'person', id: person.id, name: person.name };
      await record(actingAs(inner, actorOfPerson(person)), { deed: 'person.signed-out', subject });
    }
    return { cookie: sessionCookieOf(answer.headers) };
  });
}

/** What signs the cookies: made once with the records, the same as long as they are. */
export function sessionSecret(ctx: Context): Promise<string> {
  return selectSecret(ctx.db);
}

/** Who is signed in, and what is known of their second step. */
export interface SignedInPerson {
  readonly person: Person;
  readonly hasFactor: boolean;
  readonly createdAt: Date;
  /** What was asked beside; null where nothing was. */
  readonly beside: unknown;
}

/** Who sends this request; null without a live session of an active person. Costs nothing when there is no session cookie. */
export async function personOfRequest(ctx: Context, headers: Headers): Promise<Person | null> {
  return (await signedInPerson(ctx, headers))?.person ?? null;
}

/**
 * The same, with what the library says of the person beside.
 * @param known `secret`: `sessionSecret`, where it is known already; `beside`: what to ask in the statement that finds the person
 */
export async function signedInPerson(
  ctx: Context,
  headers: Headers,
  known: { readonly secret?: () => Promise<string>; readonly beside?: AskedBeside | undefined } = {},
): Promise<SignedInPerson | null> {
  if (sessionToken(headers) === null) return null;
  const { api } = await authentication(ctx, known.secret ? { secret: await known.secret() } : {});
  const session = await api.getSession({ headers: cookieOnly(headers) }).catch((error: unknown) => {
    // ended by another request while this one was prolonging it
    if (isAPIError(error) && error.statusCode === 401) return null;
    throw error;
  });
  if (session === null) return null;
  const found = await personWhoAsks(ctx, session.user.id, known.beside);
  if (found === null || !mayEnter(found.person)) return null;
  const { twoFactorEnabled, createdAt } = session.user;
  return { ...found, hasFactor: twoFactorEnabled === true, createdAt };
}
