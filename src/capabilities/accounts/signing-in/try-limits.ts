import { dayOf } from '../../../kernel/dates.ts';
import { type Context, transaction } from '../../../platform/context.ts';
import { selectCommunity } from '../community/community-store.ts';
import { hasMail } from '../people/person-rules.ts';
import { selectPersonByEmail } from '../people/person-store.ts';
import { guessedCodeLetter, guessedPasswordLetter } from '../people/warning-letters.ts';
import { tooManyTries } from '../refusals.ts';
import { ATTEMPT_MINUTES, type Attempt, countAttempt, forgetAttempts } from './attempt-store.ts';
import { knownDevice } from './known-device.ts';

/** Tries within the window from one address, or from one known device, for one e-mail. */
const MOST_TRIES = 10;
/** Tries within the window from one address for all e-mails together: a town hall behind one address stays far below. */
const MOST_TRIES_OF_ADDRESS = 200;
/** Tries within the window for one e-mail from all strange devices of the world together. */
const MOST_TRIES_OF_STRANGERS = 50;
/** Wrong passwords for one e-mail within the window, from anywhere, that its owner is told of. */
const WRONG_TO_TELL = 20;
/** Wrong codes after the right password that the owner is told of: somebody else may know the password. */
const WRONG_CODES_TO_TELL = 3;
/** A person is not written to about guessing more often, minutes. */
const WARNED_MINUTES = 24 * 60;

/** Whose try it is. */
export interface Try {
  readonly address: string;
  readonly email: string;
  /** Of the request, for the cookie of a known device. */
  readonly headers?: Headers | undefined;
}

/** What was counted; forgotten when the right one comes. */
export type Counted = Attempt;

/**
 * Counts a try of a password before it is judged; throws `too-many-tries`. A device its owner signed in from before has a budget of its own that
 * nobody else can spend: whatever strangers do elsewhere, or behind the same address, the owner gets in.
 */
export async function countPasswordTry(ctx: Context, { address, email, headers }: Try): Promise<Counted> {
  const device = await knownDevice(ctx, headers, email);
  if (device !== null) return await within(ctx, { deed: 'sign-in', address: `device ${device}`, email }, MOST_TRIES);
  await within(ctx, { deed: 'sign-in', address, email: '' }, MOST_TRIES_OF_ADDRESS);
  const counted = await within(ctx, { deed: 'sign-in', address, email }, MOST_TRIES);
  await within(ctx, { deed: 'sign-in', address: '', email }, MOST_TRIES_OF_STRANGERS);
  return counted;
}

/** The same for a code of the second step, where the password was right: all strange devices of the world share one budget. */
export async function countCodeTry(ctx: Context, { email, headers }: Try): Promise<Counted> {
  const device = await knownDevice(ctx, headers, email);
  return await within(ctx, { deed: 'code', address: device === null ? '' : `device ${device}`, email }, MOST_TRIES);
}

async function within(ctx: Context, attempt: Attempt, most: number): Promise<Counted> {
  if ((await countAttempt(ctx, attempt)) > most) throw tooManyTries(ATTEMPT_MINUTES);
  return attempt;
}

/** Starts anew after a success. */
export async function forgetTries(ctx: Context, counted: Counted): Promise<void> {
  await forgetAttempts(ctx, counted);
}

/**
 * Counts a wrong password or code of an e-mail, and writes to its owner when there were many. Outside the transaction of the sign-in, which is
 * rolled back.
 */
export async function countWrong(ctx: Context, email: string, what: 'password' | 'code'): Promise<void> {
  const wrong = await countAttempt(ctx, { deed: 'wrong', address: what, email });
  if (wrong !== (what === 'code' ? WRONG_CODES_TO_TELL : WRONG_TO_TELL)) return;
  await transaction(ctx, async (inner) => {
    const person = await selectPersonByEmail(inner.db, email, dayOf(inner.clock.now()));
    if (person === null || !person.active || !hasMail(person)) return;
    if ((await countAttempt(inner, { deed: 'warned', address: what, email, minutes: WARNED_MINUTES })) > 1) return;
    const community = (await selectCommunity(inner.db))?.profile.name ?? '';
    const facts = { to: person.email, name: person.name, community };
    await inner.mail.write(inner.db, what === 'code' ? guessedCodeLetter(facts) : guessedPasswordLetter(facts, wrong));
  });
}
