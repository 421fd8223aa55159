import { z } from 'zod';
import { foldSpaces } from '../../../language/folding.ts';
import { type Context, transaction } from '../../../platform/context.ts';
import { permit } from '../../accounts/index.ts';
import { PASSPORT_LIMITS, type RequiredItem, suggestKeywords } from '../../catalog/index.ts';
import { record } from '../../history/index.ts';
import { doer } from '../duties/do-deed.ts';
import { editionThere, invalidForm } from '../refusals.ts';
import { matchLines } from './compare-rules.ts';
import { type Edition, editionId } from './edition.ts';
import { type GivenItem, readEditionFile } from './edition-file.ts';
import { insertEdition } from './edition-store.ts';
import { loadLists } from './read-lists.ts';

/** What is said of an edition beside its file. */
const EditionForm = z.object({
  code: z
    .string()
    .trim()
    .regex(/^[\p{L}\p{N}][\p{L}\p{N}.-]{1,39}$/u),
  called: z.string().trim().min(2).max(200),
  source: z.string().trim().max(500),
});
export type EditionForm = z.input<typeof EditionForm>;

const FAULTS = {
  code: {
    uk: 'Позначка редакції: рік і місяць, наприклад 2026-03; без пропусків.',
    en: 'The mark of the edition: year and month, such as 2026-03; no blanks.',
  },
  called: { uk: 'Назвіть редакцію, наприклад «березень 2026».', en: 'Name the edition, such as “March 2026”.' },
  source: { uk: 'Джерело: до 500 знаків.', en: 'Source: up to 500 characters.' },
} as const;

const SHORT = { all: 'all', 'local-government': 'local', city: 'city', 'state-administrations': 'state' } as const;

/** A short title of a new item: its text up to the first bracket or comma. */
function titleOf(name: string): string {
  const short = foldSpaces(name.split(/[(,;]/)[0] ?? name);
  return short.slice(0, PASSPORT_LIMITS.title);
}

/** What the file says; what it leaves out, as before; for a new item what can be suggested. */
export function completeItem(given: GivenItem, before: RequiredItem | null, edition: string): RequiredItem {
  const title = given.title ?? before?.title ?? titleOf(given.name);
  return {
    line: before?.line ?? `${SHORT[given.audience]}-${given.number}-${edition}`,
    list: given.audience === 'city' ? 'local-list' : 'resolution-835',
    edition,
    section: given.section,
    number: given.number,
    audience: given.audience,
    name: given.name,
    title,
    frequency: given.frequency ?? before?.frequency ?? 'immediately after making changes',
    frequencySource: given.frequency === null ? (before?.frequencySource ?? 'suggestion') : 'suggestion',
    keywords: given.keywords ?? before?.keywords ?? suggestKeywords(title),
    themes: given.themes ?? before?.themes ?? [],
    aim: given.aim ?? before?.aim ?? '',
    recommendationPage: given.recommendationPage ?? before?.recommendationPage ?? null,
    tables: given.tables ?? before?.tables ?? [],
    fields: before?.fields ?? null,
    risk: given.risk ?? before?.risk ?? false,
  };
}

/**
 * Takes a new edition of the resolution's list from a file and keeps it to be looked at beside the one in force; nothing changes yet. Needs
 * `city.manage`. Throws `forbidden`, `invalid` (form, file), `conflict` (an edition of that mark is there).
 */
export async function receiveEdition(
  ctx: Context,
  form: EditionForm,
  path: string,
  fileName: string,
): Promise<Edition> {
  await permit(ctx, 'city.manage', null);
  const parsed = EditionForm.safeParse(form);
  if (!parsed.success) {
    const wrong = new Set(parsed.error.issues.map((issue) => String(issue.path[0]) as keyof typeof FAULTS));
    throw invalidForm([...wrong].map((field) => ({ field, text: FAULTS[field] })));
  }
  const { code, called: title, source } = parsed.data;
  const given = (await readEditionFile(ctx, path, fileName)).filter(({ audience }) => audience !== 'city');
  return transaction(ctx, async (tx) => {
    const { editions, items } = await loadLists(tx);
    if (editions.some(({ id }) => id === editionId(code))) throw editionThere();
    const before = items.filter(({ list }) => list === 'resolution-835');
    const lines = matchLines(before, given);
    const now = tx.clock.now();
    const by = doer(tx);
    const edition: Edition = {
      ...{ id: editionId(code), list: 'resolution-835', code, title, source, dated: null },
      ...{ state: 'draft', madeAt: now, madeBy: by.name || by.id, adoptedAt: null, previous: null },
    };
    await insertEdition(
      tx.db,
      edition,
      given.map((item, at) => completeItem(item, lines[at] ?? null, code)),
    );
    await record(tx, {
      deed: 'mandates.edition-received',
      subject: { kind: 'mandates', id: edition.id, name: title },
      after: { items: given.length, source },
    });
    return edition;
  });
}
