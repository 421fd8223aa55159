import type { Actor } from '../../kernel/actor.ts';
import { actingAs, type Context, transaction } from '../../platform/context.ts';
import { record } from '../history/index.ts';
import { type Link, PURPOSE_DEEDS, stateOfLink } from './link.ts';
import { digestOf } from './link-code.ts';
import { markUsed, selectLink } from './link-store.ts';
import { subjectOf } from './make-link.ts';
import { deadLink } from './refusals.ts';

/** The person a link is for, as they act: these deeds on this one dataset and nothing else. */
export function guestOf(link: Link): Actor {
  const { name, post } = link.person;
  return {
    kind: 'guest',
    id: link.id,
    name: post === '' ? name : `${name}, ${post}`,
    deeds: PURPOSE_DEEDS[link.purpose].guest,
    subjectId: link.datasetId,
  };
}

/** The open link of a code, to show what it is for. Does nothing: mail scanners open links too. Throws `gone`. */
export async function openLink(ctx: Context, code: string): Promise<Link> {
  const link = await selectLink(ctx.db, digestOf(code));
  if (!link || stateOfLink(link, ctx.clock.now()) !== 'open') throw deadLink();
  return link;
}

/**
 * Does the deed of a link, once, in the name of its person: the deed, the used link and the line of the history in one transaction. A deed that is
 * refused leaves the link open. Throws `gone` where it was used, revoked or is over; what the deed throws.
 */
export function useLink(
  ctx: Context,
  code: string,
  deed: (guest: Context, link: Link) => Promise<string>,
): Promise<Link> {
  return transaction(ctx, async (inner) => {
    const link = await selectLink(inner.db, digestOf(code), true);
    const now = inner.clock.now();
    if (!link || stateOfLink(link, now) !== 'open') throw deadLink();
    const guest = actingAs(inner, guestOf(link));
    const outcome = await deed(guest, link);
    await markUsed(inner.db, link.id, now, outcome);
    await record(guest, { deed: 'link.used', subject: subjectOf(link), after: { purpose: link.purpose, outcome } });
    return { ...link, usedAt: now, outcome };
  });
}
