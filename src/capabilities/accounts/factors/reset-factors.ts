import { dayOf } from '../../../kernel/dates.ts';
import { type Context, transaction } from '../../../platform/context.ts';
import { record } from '../../history/index.ts';
import { selectCommunity } from '../community/community-store.ts';
import { hasMail } from '../people/person-rules.ts';
import { selectPerson } from '../people/person-store.ts';
import { factorResetLetter } from '../people/warning-letters.ts';
import { noSuchPerson } from '../refusals.ts';
import { permit } from '../rights/permit.ts';
import { authentication } from '../signing-in/authentication.ts';
import type { Person } from '../units/unit.ts';
import { deleteFactors } from './factor-store.ts';

async function manageable(ctx: Context, id: string): Promise<Person> {
  await permit(ctx, 'people.manage', null);
  const person = await selectPerson(ctx.db, id, dayOf(ctx.clock.now()));
  if (person === null) throw noSuchPerson();
  return person;
}

/**
 * Takes the second step off somebody who has lost their phone and their codes: phone, recovery codes and passkeys go, sessions end, the person is
 * told by a letter. For those who manage people, and for the command line. Throws `no-such-person`.
 */
export async function resetFactors(ctx: Context, id: string): Promise<Person> {
  return await transaction(ctx, async (inner) => {
    const person = await manageable(inner, id);
    const before = await deleteFactors(inner.db, id);
    const { internalAdapter } = await (await authentication(inner)).$context;
    await internalAdapter.deleteSessions(id);
    const community = (await selectCommunity(inner.db))?.profile.name ?? '';
    const letter = factorResetLetter({ to: person.email, name: person.name, community });
    if (hasMail(person)) await inner.mail.write(inner.db, letter);
    const subject = { kind: 'person', id, name: person.name };
    await record(inner, { deed: 'factor.reset', subject, before: { codes: before.totp, passkeys: before.passkeys } });
    return person;
  });
}

/** Ends all sessions of a person. For those who manage people. @returns how many there were */
export async function endSessionsOf(ctx: Context, id: string): Promise<number> {
  return await transaction(ctx, async (inner) => {
    const person = await manageable(inner, id);
    const { internalAdapter } = await (await authentication(inner)).$context;
    const open = await openSessions(inner, id);
    await internalAdapter.deleteSessions(id);
    const subject = { kind: 'person', id, name: person.name };
    await record(inner, { deed: 'person.sessions-ended', subject, after: { sessions: open } });
    return open;
  });
}

async function openSessions(ctx: Context, id: string): Promise<number> {
  const { internalAdapter } = await (await authentication(ctx)).$context;
  const now = ctx.clock.now().getTime();
  return (await internalAdapter.listSessions(id)).filter(({ expiresAt }) => expiresAt.getTime() > now).length;
}

/** How many open sessions a person has. For those who manage people. */
export async function countSessionsOf(ctx: Context, id: string): Promise<number> {
  await manageable(ctx, id);
  return await openSessions(ctx, id);
}
