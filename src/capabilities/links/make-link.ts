import type { FieldFault } from '../../kernel/errors.ts';
import { isId, newId } from '../../kernel/ids.ts';
import { dayInWords } from '../../language/dates.ts';
import { type Context, transaction } from '../../platform/context.ts';
import { communityProfile, emailFaults, permit } from '../accounts/index.ts';
import { record } from '../history/index.ts';
import { type Link, type LinkPerson, type LinkPurpose, PURPOSE_DEEDS } from './link.ts';
import { digestOf, newCode } from './link-code.ts';
import { insertLink, markRevoked, selectDays, selectLinkById, selectLinksOf } from './link-store.ts';
import { MOST_DAYS } from './link-term.ts';
import { badLink, deadLink } from './refusals.ts';

const DAY = 86_400_000;

/** What a link is made for. */
export interface LinkWish {
  readonly purpose: LinkPurpose;
  readonly subject: Link['subject'];
  readonly datasetId: string;
  readonly unitId: string;
  readonly person: LinkPerson;
  /** 1 to 60; the community's term where it is left out. */
  readonly days?: number;
  /** Scheme and host of the address in the letter. */
  readonly origin: string;
}

/** A link that was just made: its code is told once and kept nowhere. */
export interface MadeLink {
  readonly link: Link;
  readonly code: string;
}

/** How a link is spelled in a letter. */
export const linkPath = (code: string) => `/link/${code}`;

/**
 * Gives somebody without an account a link for one deed; with an e-mail, a letter goes out at once. Whoever gives it must be allowed to do the deed
 * themselves. Throws `invalid` (person), `forbidden`.
 */
export function makeLink(ctx: Context, wish: LinkWish): Promise<MadeLink> {
  return transaction(ctx, async (inner) => {
    await permit(inner, PURPOSE_DEEDS[wish.purpose].giver, { id: wish.datasetId, unitId: wish.unitId });
    const person = personOf(wish.person);
    const now = inner.clock.now();
    const days = Math.min(MOST_DAYS, Math.max(1, Math.trunc(wish.days ?? (await selectDays(inner.db)))));
    const link: Link = {
      id: newId(now.getTime()),
      purpose: wish.purpose,
      subject: wish.subject,
      datasetId: wish.datasetId,
      unitId: wish.unitId,
      person,
      madeBy: 'name' in inner.actor ? inner.actor.name : '',
      madeAt: now,
      expiresAt: new Date(now.getTime() + days * DAY),
      usedAt: null,
      outcome: null,
      revokedAt: null,
    };
    const code = newCode();
    await insertLink(inner.db, link, digestOf(code));
    await record(inner, { deed: 'link.made', subject: subjectOf(link), after: { purpose: link.purpose, ...person } });
    if (person.email !== '') await writeLetter(inner, link, `${wish.origin}${linkPath(code)}`);
    return { link, code };
  });
}

/** Ends a link before its term. Needs the right it was given by. */
export function revokeLink(ctx: Context, id: string): Promise<Link> {
  return transaction(ctx, async (inner) => {
    const link = isId(id) ? await selectLinkById(inner.db, id) : null;
    if (!link) throw deadLink();
    await permit(inner, PURPOSE_DEEDS[link.purpose].giver, { id: link.datasetId, unitId: link.unitId });
    if (await markRevoked(inner.db, id, inner.clock.now())) {
      await record(inner, { deed: 'link.revoked', subject: subjectOf(link), note: link.person.name });
    }
    return link;
  });
}

/** Links about a dataset, the newest first. The caller has asked the right to see the draft. */
export function linksOfDataset(ctx: Context, datasetId: string): Promise<Link[]> {
  return selectLinksOf(ctx.db, datasetId);
}

/** What the history calls the subject of a link. */
export function subjectOf({ datasetId, subject, unitId }: Link) {
  const kind = subject.kind === 'unit' || subject.kind === 'letter' ? subject.kind : 'dataset';
  return { kind, id: datasetId, name: subject.name, unitId };
}

function personOf({ name, post, email }: LinkPerson): LinkPerson {
  const person = { name: name.trim(), post: post.trim(), email: email.trim() };
  const faults: FieldFault[] = person.email === '' ? [] : [...emailFaults(person.email)];
  if (person.name === '' || person.name.length > 200 || person.post.length > 200) {
    const text = { uk: 'Напишіть ім’я й прізвище (до 200 знаків).', en: 'Write the name (up to 200 characters).' };
    faults.push({ field: 'name', text });
  }
  if (faults.length > 0) throw badLink(faults);
  return person;
}

const ASKED: Readonly<Record<LinkPurpose, string>> = {
  approve: 'погодити або повернути набір даних',
  'confirm-unchanged': 'підтвердити, що дані не змінилися',
  acknowledge: 'ознайомитися з набором даних',
  'confirm-registry': 'підтвердити реєстр даних',
  'decide-personal-data': 'підтвердити рішення щодо персональних даних у наборі',
};

async function writeLetter(ctx: Context, link: Link, address: string): Promise<void> {
  const community = (await communityProfile(ctx))?.name ?? '';
  await ctx.mail.write(ctx.db, {
    to: link.person.email,
    subject: `${link.subject.name}: портал відкритих даних, ${community}`,
    body: `${[
      `Вітаємо, ${link.person.name}.`,
      `${link.madeBy} просить вас ${ASKED[link.purpose]} «${link.subject.name}».`,
      'Відкрийте посилання: обліковий запис не потрібен. Нічого не станеться, доки ви самі не натиснете кнопку.',
      address,
      `Посилання лише для вас, на одну дію, до ${dayInWords(link.expiresAt, 'uk')}.`,
    ].join('\n\n')}\n`,
  });
}
