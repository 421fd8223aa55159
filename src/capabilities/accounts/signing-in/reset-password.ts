import { setTimeout as sleep } from 'node:timers/promises';
import { dayOf } from '../../../kernel/dates.ts';
import { faultyField, refuseFaults } from '../../../kernel/errors.ts';
import { actingAs, type Context, transaction } from '../../../platform/context.ts';
import { record } from '../../history/index.ts';
import { selectCommunity } from '../community/community-store.ts';
import { linkAddress, resetLetter } from '../people/letters.ts';
import { emailFaults, tidyEmail } from '../people/person-rules.ts';
import { deleteLinks, lockLink, selectPerson, selectPersonByEmail } from '../people/person-store.ts';
import { deadLink, tooManyTries } from '../refusals.ts';
import { actorOfPerson } from '../rights/actor-of-person.ts';
import type { Person } from '../units/unit.ts';
import { ATTEMPT_MINUTES, countAttempt } from './attempt-store.ts';
import { authentication } from './authentication.ts';
import { passwordFault } from './password-rules.ts';
import type { ResetRequest } from './requests.ts';

const MOST_TRIES = 5;
/** Every answer takes at least so long, ms: writing a letter takes some, and must not tell that the address is known. */
const LEAST_TIME = 300;

/**
 * Mails a one-time link for a new password, where the address belongs to an active person. The answer is the same for every
 * address, and the limit counts unknown addresses too.
 */
export async function requestPasswordReset(ctx: Context, input: ResetRequest): Promise<void> {
  const email = tidyEmail(input.email);
  refuseFaults(emailFaults(email));
  const tries = await countAttempt(ctx, { deed: 'reset', address: input.address, email });
  if (tries > MOST_TRIES) throw tooManyTries(ATTEMPT_MINUTES);
  await Promise.all([sleep(LEAST_TIME), writeResetLetter(ctx, input, email)]);
}

function writeResetLetter(ctx: Context, input: ResetRequest, email: string): Promise<void> {
  return transaction(ctx, async (inner) => {
    const person = await selectPersonByEmail(inner.db, email, dayOf(inner.clock.now()));
    let token: string | null = null;
    const { api } = await authentication(inner, {
      onResetToken: (made) => {
        token = made;
      },
    });
    await api.requestPasswordReset({ body: { email } });
    if (token === null || person === null || !person.active) return;
    const community = (await selectCommunity(inner.db))?.profile.name ?? '';
    const link = linkAddress(input.origin, input.language, token);
    const facts = { to: person.email, name: person.name, community, link, language: input.language };
    await inner.mail.write(inner.db, resetLetter(facts));
    const subject = { kind: 'person', id: person.id, name: person.name };
    await record(inner, { deed: 'password.reset-asked', subject });
  });
}

/** Whose one-time link this is; throws `dead-link` when it was used or its time is over. */
export async function personOfLink(ctx: Context, token: string): Promise<Person> {
  return (await findLink(ctx, token)).person;
}

async function findLink(ctx: Context, token: string): Promise<{ person: Person; linkId: string }> {
  const { internalAdapter } = await (await authentication(ctx)).$context;
  const link = token === '' ? null : await internalAdapter.findVerificationValue(`reset-password:${token}`);
  if (!link || link.expiresAt.getTime() <= ctx.clock.now().getTime()) throw deadLink();
  const person = await selectPerson(ctx.db, link.value, dayOf(ctx.clock.now()));
  if (person === null || !person.active) throw deadLink();
  return { person, linkId: link.id };
}

/**
 * Sets a password by a one-time link and ends all sessions of the person. The link dies with it, as do the person's other
 * links; of two racing uses one wins. Throws `dead-link`, or `invalid` with the faulty field `password`.
 */
export async function resetPassword(ctx: Context, input: { token: string; password: string }): Promise<Person> {
  return await transaction(ctx, async (inner) => {
    const { person, linkId } = await findLink(inner, input.token);
    if (!(await lockLink(inner.db, linkId))) throw deadLink();
    const fault = await passwordFault(input.password, person);
    if (fault !== null) throw faultyField('password', fault);
    const { api } = await authentication(inner);
    await api.resetPassword({ body: { token: input.token, newPassword: input.password } });
    await deleteLinks(inner.db, person.id, inner.clock.now());
    const subject = { kind: 'person', id: person.id, name: person.name };
    await record(actingAs(inner, actorOfPerson(person)), { deed: 'password.set', subject });
    return person;
  });
}
