import { personId } from '../../../kernel/actor.ts';
import { isId } from '../../../kernel/ids.ts';
import { type Context, transaction } from '../../../platform/context.ts';
import { may, permit } from '../../accounts/index.ts';
import { record } from '../../history/index.ts';
import { type Link, useLink } from '../../links/index.ts';
import { noSuchThing } from '../refusals.ts';
import type { Letter, ListedLetter, Recipient } from './letter.ts';
import { markRead, selectLetter, selectLetters, selectRecipients } from './letter-store.ts';

/** Letters shown. */
const MOST = 100;

/** Letters that were sent, the newest first. Needs `city.manage`. */
export async function listLetters(ctx: Context): Promise<ListedLetter[]> {
  await permit(ctx, 'city.manage', null);
  return selectLetters(ctx.db, MOST);
}

/** A letter as its page shows it. */
export interface OpenLetter {
  readonly letter: Letter;
  /** All of them for whoever looks after the city, otherwise nobody. */
  readonly recipients: readonly Recipient[];
  /** The asker's own. */
  readonly own: Recipient | null;
  readonly mayKeep: boolean;
}

/** One letter, for those it went to and for those who look after the city. Throws `not-found`. */
export async function openLetter(ctx: Context, id: string): Promise<OpenLetter> {
  const letter = isId(id) ? await selectLetter(ctx.db, id) : null;
  if (!letter) throw noSuchThing();
  const mayKeep = await may(ctx, 'city.manage', null);
  const all = await selectRecipients(ctx.db, { letterId: id });
  const me = personId(ctx.actor);
  const own = me === null ? null : (all.find((one) => one.personId === me) ?? null);
  if (!mayKeep && own === null) throw noSuchThing();
  return { letter, recipients: mayKeep ? all : [], own, mayKeep };
}

/** The person says in the cabinet that they have read a letter. Throws `not-found`. */
export function acknowledgeLetter(ctx: Context, id: string): Promise<void> {
  return transaction(ctx, async (inner) => {
    const { letter, own } = await openLetter(inner, id);
    if (!own) throw noSuchThing();
    await markRead(inner.db, own.id, inner.clock.now(), 'cabinet');
    await record(inner, { deed: 'letter.read', subject: { kind: 'letter', id, name: letter.subject } });
  });
}

/** The words of the letter a link is for. Throws `not-found`. */
export async function letterOfLink(ctx: Context, link: Link): Promise<{ body: string; detail: string }> {
  const [recipient] = await selectRecipients(ctx.db, { id: link.subject.id });
  const letter = recipient ? await selectLetter(ctx.db, recipient.letterId) : null;
  if (!recipient || !letter) throw noSuchThing();
  return { body: letter.body, detail: recipient.detail };
}

/** Somebody says by their link, without signing in, that they have read a letter. Throws `gone`. */
export function acknowledgeByLink(ctx: Context, code: string): Promise<Link> {
  return useLink(ctx, code, async (guest, link) => {
    await markRead(guest.db, link.subject.id, guest.clock.now(), 'link');
    return 'acknowledged';
  });
}
