import { randomBytes } from 'node:crypto';
import { dayOf } from '../../kernel/dates.ts';
import type { Language } from '../../kernel/text.ts';
import { type Context, transaction } from '../../platform/context.ts';
import { record } from '../history/index.ts';
import { authentication } from './authentication.ts';
import { selectCommunity } from './community-store.ts';
import { addPerson } from './create-person.ts';
import { invitationLetter, linkAddress } from './letters.ts';
import { permit } from './permit.ts';
import { deleteLinks, selectPerson } from './person-store.ts';
import { noSuchPerson } from './refusals.ts';
import type { PersonInvitation } from './requests.ts';
import type { Person } from './unit.ts';

/** An invitation waits longer than a reset: people are on leave. */
const INVITATION_DAYS = 7;

/**
 * Adds a person who will set the password by a one-time link. The link is mailed, and given back to be shown once, because
 * mail may not be set up yet.
 */
export function invitePerson(ctx: Context, input: PersonInvitation): Promise<{ person: Person; link: string }> {
  return transaction(ctx, async (inner) => {
    const person = await addPerson(inner, { ...input, password: null });
    const link = await writeInvitation(inner, person, input.origin, input.language ?? 'uk');
    return { person, link };
  });
}

/** Gives a person a fresh link to set the password; those given before stop working. The old password still works. */
export function renewInvitation(
  ctx: Context,
  id: string,
  links: { origin: string; language: Language },
): Promise<{ person: Person; link: string }> {
  return transaction(ctx, async (inner) => {
    const person = await selectPerson(inner.db, id, dayOf(inner.clock.now()));
    await permit(inner, 'people.manage', null);
    if (person === null || !person.active) throw noSuchPerson();
    await deleteLinks(inner.db, person.id, inner.clock.now());
    const link = await writeInvitation(inner, person, links.origin, links.language);
    await record(inner, { deed: 'person.link-given', subject: { kind: 'person', id: person.id, name: person.name } });
    return { person, link };
  });
}

async function writeInvitation(ctx: Context, person: Person, origin: string, language: Language): Promise<string> {
  const token = randomBytes(24).toString('base64url');
  const { internalAdapter } = await (await authentication(ctx)).$context;
  // better-auth's own form of a reset link, so that its `resetPassword` takes it
  await internalAdapter.createVerificationValue({
    identifier: `reset-password:${token}`,
    value: person.id,
    expiresAt: new Date(ctx.clock.now().getTime() + INVITATION_DAYS * 86_400_000),
  });
  const link = linkAddress(origin, language, token);
  const community = (await selectCommunity(ctx.db))?.profile.name ?? '';
  const facts = { to: person.email, name: person.name, community, link, language };
  await ctx.mail.write(ctx.db, invitationLetter(facts, INVITATION_DAYS));
  return link;
}
