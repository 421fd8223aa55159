import type { Language } from '../../../kernel/text.ts';
import { type Context, transaction } from '../../../platform/context.ts';
import { record } from '../../history/index.ts';
import { selectCommunity } from '../community/community-store.ts';
import { noSuchPerson } from '../refusals.ts';
import { openPersonForChange } from '../rights/access.ts';
import { authentication } from '../signing-in/authentication.ts';
import type { Person } from '../units/unit.ts';
import { invitationLetter, linkAddress } from './letters.ts';
import { hasMail } from './person-rules.ts';
import { deleteLinks } from './person-store.ts';
import { newCode } from './printed-code.ts';

/** An invitation waits longer than a reset: people are on leave. */
const INVITATION_DAYS = 7;

/** Gives a person a fresh link to set the password; those given before stop working. The old password still works. */
export function renewInvitation(
  ctx: Context,
  id: string,
  links: { origin: string; language: Language },
): Promise<{ person: Person; link: string }> {
  return transaction(ctx, async (inner) => {
    const person = await openPersonForChange(inner, id);
    if (!person.active) throw noSuchPerson();
    await deleteLinks(inner.db, person.id, inner.clock.now());
    const link = await writeInvitation(inner, person, links);
    await record(inner, { deed: 'person.link-given', subject: { kind: 'person', id: person.id, name: person.name } });
    return { person, link };
  });
}

/** A one-time link to set the password, mailed where there is somewhere to mail it. Its token can be typed from paper. */
export async function writeInvitation(
  ctx: Context,
  person: Person,
  { origin, language }: { origin: string; language: Language },
): Promise<string> {
  const token = newCode();
  const { internalAdapter } = await (await authentication(ctx)).$context;
  // better-auth's own form of a reset link, so that its `resetPassword` takes it
  await internalAdapter.createVerificationValue({
    identifier: `reset-password:${token}`,
    value: person.id,
    expiresAt: new Date(ctx.clock.now().getTime() + INVITATION_DAYS * 86_400_000),
  });
  const link = linkAddress(origin, language, token);
  if (!hasMail(person)) return link;
  const community = (await selectCommunity(ctx.db))?.profile.name ?? '';
  const facts = { to: person.email, name: person.name, community, link, language };
  await ctx.mail.write(ctx.db, invitationLetter(facts, INVITATION_DAYS));
  return link;
}
