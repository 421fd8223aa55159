import { z } from 'zod';
import { type Context, transaction } from '../../../platform/context.ts';
import { permit } from '../../accounts/index.ts';
import { FREQUENCIES, PASSPORT_LIMITS, suggestKeywords } from '../../catalog/index.ts';
import { record } from '../../history/index.ts';
import { invalidForm, noItem } from '../refusals.ts';
import { matchLines } from './compare-rules.ts';
import { type ListItem, LOCAL_EDITION, LOCAL_REMOVED } from './edition.ts';
import { readEditionFile } from './edition-file.ts';
import { deleteItem, putItem } from './edition-store.ts';
import { loadLists } from './read-lists.ts';
import { completeItem } from './receive-edition.ts';

const SECTION = 'Місцевий перелік';

/** The form of an item of the community's own list. */
const LocalItemForm = z.object({
  title: z.string().trim().min(3).max(PASSPORT_LIMITS.title),
  name: z.string().trim().max(2000),
  frequency: z.enum(FREQUENCIES),
  theme: z.string(),
  aim: z.string().trim().max(300),
});
export type LocalItemForm = z.input<typeof LocalItemForm>;

const FAULTS: Readonly<Record<string, { readonly uk: string; readonly en: string }>> = {
  title: { uk: 'Назвіть набір кількома словами.', en: 'Name the dataset in a few words.' },
  name: { uk: 'Опис пункту: до 2000 знаків.', en: 'Text of the item: up to 2,000 characters.' },
  frequency: { uk: 'Виберіть, як часто оновлювати.', en: 'Choose how often it is updated.' },
  aim: { uk: 'Призначення: до 300 знаків.', en: 'Purpose: up to 300 characters.' },
};

async function localItems(ctx: Context): Promise<readonly ListItem[]> {
  return (await loadLists(ctx)).items.filter(({ editionId }) => editionId === LOCAL_EDITION);
}

/** Numbers only grow: one that was taken out is never given again. */
async function nextNumber(ctx: Context): Promise<number> {
  const { items, otherItems } = await loadLists(ctx);
  const local = [...items, ...otherItems].filter(({ list }) => list === 'local-list');
  return Math.max(0, ...local.map(({ number }) => number)) + 1;
}

const subjectOf = (item: Pick<ListItem, 'line' | 'title'>) => ({ kind: 'mandates', id: item.line, name: item.title });

/** Adds an item to the community's own list; it waits for its order. Needs `city.manage`. Throws `invalid` (fields), `forbidden`. */
export function addLocalItem(ctx: Context, form: LocalItemForm): Promise<string> {
  return transaction(ctx, async (tx) => {
    await permit(tx, 'city.manage', null);
    const parsed = LocalItemForm.safeParse(form);
    if (!parsed.success) {
      const wrong = [...new Set(parsed.error.issues.map((issue) => String(issue.path[0])))];
      throw invalidForm(wrong.map((field) => ({ field, text: FAULTS[field] ?? { uk: field, en: field } })));
    }
    const { title, name, frequency, theme, aim } = parsed.data;
    const number = await nextNumber(tx);
    const given = {
      ...{ section: SECTION, audience: 'city' as const, number, name: name || title, title, frequency, aim },
      ...{ keywords: suggestKeywords(title), themes: theme ? [theme] : [], tables: null, risk: null },
      recommendationPage: null,
    };
    const item = { ...completeItem(given, null, ''), line: `city-${number}`, edition: '', approvedBy: '' };
    await putItem(tx.db, LOCAL_EDITION, item);
    await record(tx, { deed: 'mandates.list-changed', subject: subjectOf(item), after: { number, title } });
    return item.line;
  });
}

/**
 * Takes items of the community's own list from a file in the documented form: those that are there by their words are changed, others added;
 * none is removed. What is changed or added waits for its order. Needs `city.manage`. Throws `invalid` (file), `forbidden`.
 * @returns how many were added and changed
 */
export async function receiveLocalList(
  ctx: Context,
  path: string,
  fileName: string,
): Promise<{ readonly added: number; readonly changed: number }> {
  await permit(ctx, 'city.manage', null);
  const given = (await readEditionFile(ctx, path, fileName)).filter(({ audience }) => audience === 'city');
  return transaction(ctx, async (tx) => {
    const there = await localItems(tx);
    const lines = matchLines(there, given);
    let number = (await nextNumber(tx)) - 1;
    let changed = 0;
    for (const [at, item] of given.entries()) {
      const before = lines[at] ?? null;
      if (before) changed += 1;
      else number += 1;
      const place = before?.number ?? number;
      const whole = completeItem({ ...item, section: SECTION, number: place }, before, '');
      await putItem(tx.db, LOCAL_EDITION, { ...whole, line: before?.line ?? `city-${place}`, approvedBy: '' });
    }
    const counts = { added: given.length - changed, changed };
    const subject = { kind: 'mandates', id: LOCAL_EDITION, name: SECTION };
    await record(tx, { deed: 'mandates.list-changed', subject, after: counts });
    return counts;
  });
}

/**
 * Takes an item out of the community's own list, or brings it back; datasets and mandates stay, and come back with it. Needs `city.manage`.
 * Throws `not-found`, `forbidden`.
 */
export function moveLocalItem(ctx: Context, line: string, to: 'out' | 'back'): Promise<void> {
  return transaction(ctx, async (tx) => {
    await permit(tx, 'city.manage', null);
    const [from, into] = to === 'out' ? [LOCAL_EDITION, LOCAL_REMOVED] : [LOCAL_REMOVED, LOCAL_EDITION];
    const { items, otherItems } = await loadLists(tx);
    const item = [...items, ...otherItems].find((one) => one.line === line && one.editionId === from);
    if (!item) throw noItem();
    await deleteItem(tx.db, from, line);
    await putItem(tx.db, into, { ...item, approvedBy: '' });
    const facts = { number: item.number, title: item.title };
    const change = to === 'out' ? { before: facts } : { after: facts };
    await record(tx, { deed: 'mandates.list-changed', subject: subjectOf(item), ...change });
  });
}

/**
 * An order carries these items of the community's own list, or does no more. The order's own signing has asked the rights.
 * @param orderLine the order in one line; null: no order
 * @returns what stood before, by line
 */
export async function approveLocalItems(
  ctx: Context,
  lines: readonly string[],
  orderLine: string | null,
): Promise<Readonly<Record<string, string>>> {
  const items = (await localItems(ctx)).filter(({ line }) => lines.includes(line));
  for (const item of items) await putItem(ctx.db, LOCAL_EDITION, { ...item, approvedBy: orderLine ?? '' });
  if (items.length > 0) {
    const subject = { kind: 'mandates', id: LOCAL_EDITION, name: SECTION };
    await record(ctx, { deed: 'mandates.list-approved', subject, after: { order: orderLine, items: items.length } });
  }
  return Object.fromEntries(items.map(({ line, approvedBy }) => [line, approvedBy]));
}
