import { dayOf } from '../../../kernel/dates.ts';
import { newId } from '../../../kernel/ids.ts';
import { type Context, transaction } from '../../../platform/context.ts';
import { hasMail, listPeople, listUnits, permit, responsibleOn } from '../../accounts/index.ts';
import { record } from '../../history/index.ts';
import { linkPath, makeLink } from '../../links/index.ts';
import { notify } from '../../notices/index.ts';
import { selectGroup, selectMembers } from '../group/group-store.ts';
import { badForm, refuseFaults } from '../refusals.ts';
import { trainingShareOn } from '../training/look-at-training.ts';
import { lineFaults, tidy, tidyText } from '../typed.ts';
import type { Addressee, Letter, LetterGroup } from './letter.ts';
import { insertLetter, insertRecipient } from './letter-store.ts';

/** Signs of one letter. */
const MOST_WORDS = 10_000;

export interface LetterWish {
  readonly kind: Letter['kind'];
  readonly subject: string;
  readonly body: string;
  readonly asks: boolean;
  readonly audience: string;
  readonly to: readonly Addressee[];
}

/** A letter that was sent; codes of those without an e-mail are told once and kept nowhere. */
export interface SentLetter {
  readonly letter: Letter;
  readonly codes: readonly { readonly name: string; readonly post: string; readonly code: string }[];
}

/**
 * Writes a letter to each: by mail where there is an address, as a printed code where there is none, and in the cabinet of those who have one. Each
 * has a link of their own by which they say, without signing in, that they have read it. Throws `forbidden`, `invalid` (subject, body, to).
 */
export function sendLetter(ctx: Context, wish: LetterWish, origin: string): Promise<SentLetter> {
  return transaction(ctx, async (inner) => {
    await permit(inner, 'city.manage', null);
    const body = tidyText(wish.body);
    refuseFaults([...lineFaults('subject', tidy(wish.subject)), ...lineFaults('body', body, MOST_WORDS)]);
    if (wish.to.length === 0) throw nobody();
    const now = inner.clock.now();
    const { kind, asks, audience } = wish;
    const byName = 'name' in inner.actor ? inner.actor.name : '';
    const letter: Letter = {
      id: newId(now.getTime()),
      kind,
      subject: tidy(wish.subject),
      body,
      asks,
      audience,
      byName,
      sentAt: now,
    };
    await insertLetter(inner.db, letter);
    const codes: { name: string; post: string; code: string }[] = [];
    for (const one of wish.to) {
      const code = await sendTo(inner, letter, one, origin);
      if (code !== null) codes.push({ name: one.name, post: one.post, code });
    }
    const subject = { kind: 'letter', id: letter.id, name: letter.subject };
    await record(inner, { deed: 'letter.sent', subject, after: { to: wish.to.length, audience } });
    const people = wish.to.flatMap(({ personId }) => (personId === null ? [] : [personId]));
    const link = `/cabinet/city/letters/${letter.id}`;
    await notify(inner, { to: { people }, kind: 'letter.received', subject, link, alsoActor: true });
    return { letter, codes };
  });
}

/** @returns the code, where it is to be printed */
async function sendTo(ctx: Context, letter: Letter, to: Addressee, origin: string): Promise<string | null> {
  const id = newId(ctx.clock.now().getTime());
  const byMail = to.email !== '';
  const { personId, appointmentId, name, post, detail } = to;
  const rest = { personId, appointmentId, name, post, detail, byMail, readAt: null, readHow: null };
  await insertRecipient(ctx.db, { id, letterId: letter.id, ...rest });
  const code = letter.asks ? await codeFor(ctx, letter, id, to, origin) : null;
  if (!byMail) return code;
  const words = [letter.body, detail];
  if (code !== null) {
    words.push(
      `Ознайомились? Відкрийте посилання й натисніть кнопку, входити не потрібно:\n${origin}${linkPath(code)}`,
    );
  }
  const text = [...words, letter.byName].filter((part) => part !== '').join('\n\n');
  await ctx.mail.write(ctx.db, { to: to.email, subject: letter.subject, body: `${text}\n` });
  return null;
}

async function codeFor(ctx: Context, letter: Letter, id: string, to: Addressee, origin: string): Promise<string> {
  const { code } = await makeLink(ctx, {
    purpose: 'acknowledge',
    subject: { kind: 'letter', id, name: letter.subject },
    datasetId: id,
    unitId: to.unitId,
    // its words go in our own letter
    person: { name: to.name, post: to.post, email: '' },
    days: 60,
    origin,
  });
  return code;
}

/** Everybody of a group, each once, with the address their letters go to. Needs `city.manage`. */
export async function addresseesOf(ctx: Context, group: LetterGroup): Promise<Addressee[]> {
  await permit(ctx, 'city.manage', null);
  const today = dayOf(ctx.clock.now());
  const emails = new Map((await listPeople(ctx)).map((one) => [one.id, hasMail(one) ? one.email : '']));
  const root = (await listUnits(ctx)).find(({ parentId }) => parentId === null)?.id ?? '';
  if (group.kind === 'group') {
    const made = await selectGroup(ctx.db);
    const members = made ? (await selectMembers(ctx.db, made.id)).filter(({ to }) => to === null) : [];
    return members.map(({ personId, name, post }) => ({
      personId,
      appointmentId: null,
      name,
      post,
      email: (personId !== null && emails.get(personId)) || '',
      unitId: root,
      detail: '',
    }));
  }
  const untrained = new Set<string>();
  if (group.kind === 'untrained') {
    for (const { personId, valid } of (await trainingShareOn(ctx, today)).people) if (!valid) untrained.add(personId);
  }
  const found = new Map<string, Addressee>();
  for (const { personId, name, post, unitId, officeEmail } of await responsibleOn(ctx, today)) {
    if (personId === null || found.has(personId)) continue;
    if (group.kind === 'untrained' && !untrained.has(personId)) continue;
    if (group.kind === 'unit' && unitId !== group.unitId) continue;
    const email = emails.get(personId) || officeEmail;
    found.set(personId, { personId, appointmentId: null, name, post, email, unitId, detail: '' });
  }
  return [...found.values()];
}

function nobody() {
  const text = { uk: 'У цій групі нікого немає. Оберіть іншу.', en: 'There is nobody in this group. Choose another.' };
  return badForm([{ field: 'to', text }]);
}
