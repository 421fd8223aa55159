import { isAPIError } from 'better-auth/api';
import { dayOf } from '../../kernel/dates.ts';
import { actingAs, type Context, transaction } from '../../platform/context.ts';
import { record } from '../history/index.ts';
import { actorOfPerson } from './actor-of-person.ts';
import { ATTEMPT_MINUTES, countAttempt, forgetAttempts } from './attempt-store.ts';
import { ADDRESS_HEADER, authentication, SESSION_COOKIE, sessionCookieOf } from './authentication.ts';
import { tidyEmail } from './person-rules.ts';
import { selectPerson } from './person-store.ts';
import { switchedOff, tooManyTries, wrongPassword } from './refusals.ts';
import type { SignIn } from './requests.ts';
import type { Person } from './unit.ts';

/** Tries within the window from one address for one e-mail. Others, elsewhere, are not locked out by somebody's guessing. */
const MOST_TRIES = 10;
/** Tries within the window from one address for all e-mails together: a town hall behind one address stays far below. */
const MOST_TRIES_OF_ADDRESS = 200;

/**
 * Opens a session. Throws `wrong-password` (the same for an unknown address), `switched-off`, `too-many-tries`.
 * @returns `cookie`, a whole Set-Cookie value
 */
export async function signIn(ctx: Context, input: SignIn): Promise<{ cookie: string; person: Person }> {
  const attempt = { deed: 'sign-in' as const, address: input.address, email: tidyEmail(input.email) };
  if ((await countAttempt(ctx, { ...attempt, email: '' })) > MOST_TRIES_OF_ADDRESS) throw tooManyTries(ATTEMPT_MINUTES);
  if ((await countAttempt(ctx, attempt)) > MOST_TRIES) throw tooManyTries(ATTEMPT_MINUTES);
  return await transaction(ctx, async (inner) => {
    const opened = await openSession(inner, input);
    const person = await selectPerson(inner.db, opened.personId, dayOf(inner.clock.now()));
    // thrown inside the transaction, so that the session just opened is never there
    if (person === null || !person.active) throw switchedOff();
    await forgetAttempts(inner, attempt);
    const subject = { kind: 'person', id: person.id, name: person.name };
    await record(actingAs(inner, actorOfPerson(person)), { deed: 'person.signed-in', subject });
    return { cookie: opened.cookie, person };
  });
}

async function openSession(ctx: Context, input: SignIn): Promise<{ cookie: string; personId: string }> {
  const { api } = await authentication(ctx, { secure: input.secure ?? false });
  const headers = new Headers({ 'user-agent': printable(input.userAgent), [ADDRESS_HEADER]: printable(input.address) });
  const body = { email: tidyEmail(input.email), password: input.password };
  try {
    const answer = await api.signInEmail({ body, headers, returnHeaders: true });
    return { cookie: sessionCookieOf(answer.headers), personId: answer.response.user.id };
  } catch (error) {
    if (isAPIError(error) && (error.statusCode === 401 || error.statusCode === 400)) throw wrongPassword();
    throw error;
  }
}

/** Header values take printable Latin only. */
const printable = (text: string): string => text.replace(/[^\x20-\x7e]/g, '').slice(0, 400);

/** Headers with nothing but our cookie: all that better-auth needs to know of a request. */
export function cookieOnly(headers: Headers): Headers {
  const cookies = (headers.get('cookie') ?? '').split(/;\s*/);
  return new Headers({ cookie: cookies.filter((cookie) => cookie.startsWith(`${SESSION_COOKIE}=`)).join('; ') });
}

/** What the session cookie of a request holds, whether or not it is true; null without one. */
export function sessionToken(headers: Headers): string | null {
  return (
    cookieOnly(headers)
      .get('cookie')
      ?.slice(SESSION_COOKIE.length + 1) || null
  );
}

/** True when the request carries a session cookie at all. */
export function hasSessionCookie(headers: Headers): boolean {
  return cookieOnly(headers).get('cookie') !== '';
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

/** Who sends this request; null without a live session of an active person. Costs nothing when there is no session cookie. */
export async function personOfRequest(ctx: Context, headers: Headers): Promise<Person | null> {
  if (!hasSessionCookie(headers)) return null;
  const { api } = await authentication(ctx);
  const session = await api.getSession({ headers: cookieOnly(headers) }).catch((error: unknown) => {
    // ended by another request while this one was prolonging it
    if (isAPIError(error) && error.statusCode === 401) return null;
    throw error;
  });
  if (session === null) return null;
  const person = await selectPerson(ctx.db, session.user.id, dayOf(ctx.clock.now()));
  return person?.active === true ? person : null;
}
