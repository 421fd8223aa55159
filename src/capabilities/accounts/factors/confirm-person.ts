import { faultyField } from '../../../kernel/errors.ts';
import type { Context } from '../../../platform/context.ts';
import { signedOut, tooManyTries } from '../refusals.ts';
import { ATTEMPT_MINUTES, countAttempt, forgetAttempts } from '../signing-in/attempt-store.ts';
import { authentication } from '../signing-in/authentication.ts';
import { cookieOnly } from '../signing-in/request-headers.ts';

const MOST_TRIES = 10;
/** Somebody without a password here has to have signed in so lately, minutes. */
const FRESH_MINUTES = 15;

/** Who asks, sure to be the one whose account it is. */
export interface Confirmed {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  /** True where the second step is on already. */
  readonly hasFactor: boolean;
}

/**
 * Makes sure it is the person, not somebody at their open browser: the password again, or, where they have none here, a sign-in of the last
 * quarter of an hour. Throws `signed-out`, `too-many-tries`, `invalid` with the faulty field `password`.
 */
export async function confirmPerson(ctx: Context, headers: Headers, password: string): Promise<Confirmed> {
  const auth = await authentication(ctx);
  const current = await auth.api.getSession({ headers: cookieOnly(headers) });
  if (current === null) throw signedOut();
  const { user, session } = current;
  const confirmed = { id: user.id, name: user.name, email: user.email, hasFactor: user.twoFactorEnabled === true };
  const { internalAdapter, password: passwords } = await auth.$context;
  const own = (await internalAdapter.findAccounts(user.id)).find(({ providerId }) => providerId === 'credential');
  if (!own?.password) {
    if (ctx.clock.now().getTime() - session.createdAt.getTime() <= FRESH_MINUTES * 60_000) return confirmed;
    throw signInAgain();
  }
  const attempt = { deed: 'sign-in' as const, address: 'confirm', email: user.email };
  if ((await countAttempt(ctx, attempt)) > MOST_TRIES) throw tooManyTries(ATTEMPT_MINUTES);
  if (!(await passwords.verify({ hash: own.password, password }))) throw wrongOwn();
  await forgetAttempts(ctx, attempt);
  return confirmed;
}

const wrongOwn = () =>
  faultyField('password', {
    uk: 'Пароль не такий. Перевірте розкладку клавіатури.',
    en: 'The password is different. Check the keyboard layout.',
  });

const signInAgain = () =>
  faultyField('password', {
    uk: 'Ви увійшли давно. Вийдіть, увійдіть знову і повторіть дію протягом 15 хвилин.',
    en: 'You signed in a while ago. Sign out, sign in again and repeat this within 15 minutes.',
  });
