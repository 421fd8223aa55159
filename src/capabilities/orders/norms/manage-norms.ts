import { isDay } from '../../../kernel/dates.ts';
import { type FieldFault, refuseFaults } from '../../../kernel/errors.ts';
import { isId, newId } from '../../../kernel/ids.ts';
import { LAW_KINDS, ORDER_KINDS } from '../../../language/citations/index.ts';
import { type Context, once, transaction } from '../../../platform/context.ts';
import { permit } from '../../accounts/index.ts';
import { record } from '../../history/index.ts';
import { noSuchNorm } from '../refusals.ts';
import { KNOWN_NORMS } from './known-norms.ts';
import type { Norm, NormWish } from './norm.ts';
import { deleteNorm, insertNorm, selectNorm, selectNorms, updateNorm } from './norm-store.ts';

/** Laws that came with the system, then the community's own. Open to all: the public page shows those that are public. */
export function listNorms(ctx: Context): Promise<Norm[]> {
  return once(ctx, 'orders.norms', async () => [...KNOWN_NORMS, ...(await selectNorms(ctx.db))]);
}

/** Adds a document of the community. Needs `city.manage`. Throws `forbidden`, `invalid`. */
export function addNorm(ctx: Context, wish: NormWish): Promise<Norm> {
  return transaction(ctx, async (inner) => {
    await permit(inner, 'city.manage', null);
    const now = inner.clock.now();
    const norm: Norm = { ...tidyNorm(wish), code: newId(now.getTime()), local: true };
    refuseFaults(normFaults(norm));
    await insertNorm(inner.db, norm, now);
    await record(inner, { deed: 'norm.added', subject: subjectOf(norm), after: factsOf(norm) });
    return norm;
  });
}

/** Changes one of the community's own. Needs `city.manage`. Throws `forbidden`, `invalid`, `not-found`. */
export function changeNorm(ctx: Context, code: string, wish: NormWish): Promise<Norm> {
  return transaction(ctx, async (inner) => {
    const before = await loadOwnNorm(inner, code);
    const norm: Norm = { ...tidyNorm(wish), code, local: true };
    refuseFaults(normFaults(norm));
    await updateNorm(inner.db, norm);
    await record(inner, {
      deed: 'norm.changed',
      subject: subjectOf(norm),
      before: factsOf(before),
      after: factsOf(norm),
    });
    return norm;
  });
}

/** Takes one of the community's own off the list. Needs `city.manage`. Throws `forbidden`, `not-found`. */
export function removeNorm(ctx: Context, code: string): Promise<void> {
  return transaction(ctx, async (inner) => {
    const before = await loadOwnNorm(inner, code);
    await deleteNorm(inner.db, code);
    await record(inner, { deed: 'norm.removed', subject: subjectOf(before), before: factsOf(before) });
  });
}

async function loadOwnNorm(ctx: Context, code: string): Promise<Norm> {
  await permit(ctx, 'city.manage', null);
  const norm = isId(code) ? await selectNorm(ctx.db, code) : null;
  if (!norm) throw noSuchNorm();
  return norm;
}

const clean = (text: string) => text.trim().replace(/\s+/g, ' ');

function tidyNorm(wish: NormWish): NormWish {
  return {
    ...wish,
    issuer: clean(wish.issuer),
    title: clean(wish.title).replace(/^[«“"](.*)[»”"]$/u, '$1'),
    number: clean(wish.number).replace(/^№\s*/, ''),
    address: wish.address.trim(),
    edition: clean(wish.edition),
    articles: wish.articles
      .map(({ article, about }) => ({ article: clean(article), about: clean(about) }))
      .filter(({ article }) => article !== ''),
  };
}

function normFaults(norm: Norm): FieldFault[] {
  const faults: FieldFault[] = [];
  const fault = (field: string, uk: string, en: string) => faults.push({ field, text: { uk, en } });
  if (norm.title.length < 3 || norm.title.length > 500) {
    fault('title', 'Напишіть назву документа (до 500 знаків).', 'Write the title (up to 500 characters).');
  }
  if (![...LAW_KINDS, ...ORDER_KINDS].some((kind) => kind === norm.kind)) {
    fault('kind', 'Оберіть вид документа.', 'Choose the kind of the document.');
  }
  if (norm.date !== null && !isDay(norm.date)) {
    fault('date', 'Вкажіть день повністю.', 'Give the whole day.');
  }
  if (norm.address !== '' && !/^https?:\/\/\S+$/.test(norm.address)) {
    fault('address', 'Адреса починається з https://', 'The address begins with https://');
  }
  return faults;
}

const subjectOf = ({ code, title }: Norm) => ({ kind: 'norm', id: code, name: title });

function factsOf({ code: _code, local: _local, articles, ...facts }: Norm) {
  return { ...facts, articles: articles.map(({ article }) => article).join(', ') };
}
