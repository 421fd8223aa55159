import { isAPIError } from 'better-auth/api';
import { faultyField } from '../../../kernel/errors.ts';
import { type Context, transaction } from '../../../platform/context.ts';
import { record } from '../../history/index.ts';
import { deleteLinks } from '../people/person-store.ts';
import { signedOut, tooManyTries } from '../refusals.ts';
import { ATTEMPT_MINUTES, countAttempt, forgetAttempts } from './attempt-store.ts';
import { ADDRESS_HEADER, authentication, sessionCookieOf } from './authentication.ts';
import { passwordFault } from './password-rules.ts';
import { cookieOnly } from './request-headers.ts';
import type { PasswordChange } from './requests.ts';
import { personOfRequest } from './sign-in.ts';

const MOST_TRIES = 10;

/**
 * Changes the password of the person of these headers, ends all their other sessions and links, and opens a fresh session
 * here. Throws `invalid` with the faulty field `currentPassword` or `newPassword`.
 * @returns `cookie`, a whole Set-Cookie value of the fresh session
 */
export async function changePassword(
  ctx: Context,
  headers: Headers,
  input: PasswordChange,
): Promise<{ cookie: string }> {
  const person = await personOfRequest(ctx, headers);
  if (person === null) throw signedOut();
  const attempt = { deed: 'sign-in' as const, address: 'change-password', email: person.email };
  if ((await countAttempt(ctx, attempt)) > MOST_TRIES) throw tooManyTries(ATTEMPT_MINUTES);
  const fault = await passwordFault(input.newPassword, person);
  if (fault !== null) throw faultyField('newPassword', fault);
  return await transaction(ctx, async (inner) => {
    const { api } = await authentication(inner, { secure: input.secure ?? false });
    const own = cookieOnly(headers);
    own.set('user-agent', (headers.get('user-agent') ?? '').slice(0, 400));
    own.set(ADDRESS_HEADER, input.address);
    const body = { currentPassword: input.currentPassword, newPassword: input.newPassword, revokeOtherSessions: true };
    const answer = await api.changePassword({ body, headers: own, returnHeaders: true }).catch((error: unknown) => {
      throw isAPIError(error) && error.body?.code === 'INVALID_PASSWORD' ? wrongCurrent() : error;
    });
    await deleteLinks(inner.db, person.id, inner.clock.now());
    await forgetAttempts(inner, attempt);
    await record(inner, { deed: 'password.changed', subject: { kind: 'person', id: person.id, name: person.name } });
    return { cookie: sessionCookieOf(answer.headers) };
  });
}

const wrongCurrent = () =>
  faultyField('currentPassword', {
    uk: 'Нинішній пароль не такий. Перевірте розкладку клавіатури.',
    en: 'The present password is different. Check the keyboard layout.',
  });
