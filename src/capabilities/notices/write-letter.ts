import type { Context } from '../../platform/context.ts';
import { mailServerInForce } from '../../platform/mail/mail-server.ts';
import { communityProfile, hasMail, type Person } from '../accounts/index.ts';
import { noticeLetter } from './letters.ts';
import type { Notice } from './notice.ts';
import { keepPreferences } from './preference-store.ts';

/** Where the site's address is nowhere set no letter leaves: the link is only read in the outbox. */
const NO_ADDRESS = 'http://localhost';

/** Writes one letter with these notices to the outbox, in the person's language; none where no letter leaves: old news are no news. */
export async function writeNoticeLetter(ctx: Context, person: Person, notices: readonly Notice[]): Promise<void> {
  if (!hasMail(person)) return;
  if (!ctx.mail.leaves && !(await mailServerInForce(ctx))) return;
  const { language, key } = await keepPreferences(ctx.db, person.id);
  const community = (await communityProfile(ctx))?.name ?? '';
  const origin = ctx.origin ?? NO_ADDRESS;
  const letter = noticeLetter({ to: person.email, name: person.name, community, language, origin, key, notices });
  await ctx.mail.write(ctx.db, letter);
}
