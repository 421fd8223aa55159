import { RequestError } from '../../kernel/errors.ts';
import { type Context, transaction } from '../../platform/context.ts';
import { isWithinReach, reachOf } from '../accounts/index.ts';
import { record } from '../history/index.ts';
import { deleteDataset } from './change-dataset-state.ts';
import { changePassport } from './change-passport.ts';
import { createDataset } from './create-dataset.ts';
import { stemsOf } from './dataset-rules.ts';
import { takeSlug } from './number-store.ts';
import { subjectOf } from './open-dataset.ts';
import type { Passport } from './passport.ts';
import { fieldMark, mergeFields } from './passport-merge-rules.ts';
import { tidyPassport } from './passport-more-rules.ts';
import type { PassportSheet, Replaced, SheetRow } from './passport-sheet.ts';
import { planDataset } from './plan-dataset.ts';
import { readDataset } from './read-datasets.ts';
import { loadSheet } from './receive-sheet.ts';
import { type BareDataset, lockBareDatasets, type PassportWrite, updatePassports, updateSheet } from './sheet-store.ts';

const fieldsOf = (typed: Partial<Passport>) => Object.keys(typed) as (keyof Passport)[];

function changedMeanwhile(names: readonly string[]): RequestError {
  const list = names.slice(0, 10).join(', ') + (names.length > 10 ? ' …' : '');
  return new RequestError('conflict', 'sheet-overtaken', {
    uk: `Нічого не записано: поки ви дивилися, змінилися ${list}. Завантажте цю таблицю ще раз і подивіться на різницю.`,
    en: `Nothing was written: while you were looking, these changed: ${list}. Give this table again and look at the difference.`,
  });
}

/**
 * Writes the chosen rows of a table, all or none. A dataset whose element somebody changed since the difference was shown stops it.
 * @param rows numbers of rows as the spreadsheet counts
 * Throws `forbidden`, `not-found`, `conflict` (applied already; changed meanwhile), and for planned ones what planDataset throws.
 */
export function applySheet(ctx: Context, id: string, rows: readonly number[]): Promise<PassportSheet> {
  return transaction(ctx, async (inner) => {
    const sheet = await loadSheet(inner, id, true);
    if (sheet.appliedAt !== null)
      throw new RequestError('conflict', 'sheet-applied', {
        uk: 'Цю таблицю вже записано. Завантажте нову.',
        en: 'This table has been written already. Give a new one.',
      });
    const wanted = new Set(rows);
    const chosen = sheet.rows.filter(({ row, kind }) => kind !== 'faulty' && wanted.has(row));
    const replaced = [
      ...(await change(
        inner,
        chosen.filter(({ kind }) => kind === 'changed'),
      )),
      ...(await make(
        inner,
        chosen.filter(({ kind }) => kind === 'new'),
      )),
    ];
    const applied = { appliedAt: inner.clock.now(), replaced };
    await updateSheet(inner.db, id, applied);
    return { ...sheet, ...applied };
  });
}

async function change(ctx: Context, rows: readonly SheetRow[]): Promise<Replaced[]> {
  const byId = new Map(rows.map((row) => [row.datasetId ?? '', row]));
  const datasets = await lockBareDatasets(ctx.db, [...byId.keys()]);
  const reach = await reachOf(ctx, 'dataset.edit');
  const found = datasets.filter((dataset) => dataset.state !== 'withdrawn' && isWithinReach(reach, dataset));
  const gone = rows.filter(({ datasetId }) => !found.some(({ id }) => id === datasetId)).map(({ title }) => title);
  const merged = found.map((dataset) => {
    const { typed = {}, seen = {} } = byId.get(dataset.id) ?? {};
    return { dataset, typed, ...mergeFields(dataset.passport, typed, seen) };
  });
  const overtaken = merged.filter(({ conflicts, taken }) => conflicts.length + taken.length > 0);
  const names = [...gone, ...overtaken.map(({ dataset }) => dataset.passport.title || dataset.number)];
  if (names.length > 0) throw changedMeanwhile(names.map((name) => `«${name}»`));
  await writeMany(
    ctx,
    merged.map(({ dataset, passport }) => ({ dataset, passport: tidyPassport(passport) })),
  );
  return merged.map(({ dataset, passport, typed }) => {
    const after = tidyPassport(passport);
    const fields = fieldsOf(typed);
    return {
      datasetId: dataset.id,
      made: false,
      before: Object.fromEntries(fields.map((field) => [field, dataset.passport[field] ?? null])),
      written: Object.fromEntries(fields.map((field) => [field, fieldMark(after, field)])),
    };
  });
}

/** Many passports in one statement; each leaves its line in the history. */
async function writeMany(ctx: Context, writes: readonly { dataset: BareDataset; passport: Passport }[]): Promise<void> {
  const rows: PassportWrite[] = [];
  for (const { dataset, passport } of writes) {
    const renamed = dataset.state === 'draft' && dataset.passport.title !== passport.title;
    const slug = renamed ? await takeSlug(ctx.db, passport.title, dataset.id) : dataset.slug;
    // one by one where addresses are taken, so that two of one title do not take the same
    const write = { id: dataset.id, passport, stems: stemsOf(passport), slug };
    if (renamed) await updatePassports(ctx.db, [write], ctx.clock.now());
    else rows.push(write);
  }
  if (rows.length > 0) await updatePassports(ctx.db, rows, ctx.clock.now());
  for (const { dataset, passport } of writes) {
    const fields = fieldsOf({ ...dataset.passport, ...passport }).filter(
      (field) => fieldMark(dataset.passport, field) !== fieldMark(passport, field),
    );
    if (fields.length === 0) continue;
    const only = (one: Passport) => Object.fromEntries(fields.map((field) => [field, one[field] ?? null]));
    const subject = subjectOf({ ...dataset, passport });
    await record(ctx, { deed: 'passport.changed', subject, before: only(dataset.passport), after: only(passport) });
  }
}

async function make(ctx: Context, rows: readonly SheetRow[]): Promise<Replaced[]> {
  const made: Replaced[] = [];
  for (const { unitId, title, typed, plannedOn } of rows) {
    const where = { unitId: unitId ?? '', title };
    const plan = { ...where, description: typed.description ?? '', themes: typed.themes ?? [], dueOn: plannedOn ?? '' };
    const { id, passport } = plannedOn ? await planDataset(ctx, plan) : await createDataset(ctx, where);
    const said = Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== null));
    await changePassport(ctx, id, { ...passport, ...said });
    made.push({ datasetId: id, made: true, before: {}, written: {} });
  }
  return made;
}

/** What taking a table back did. */
export interface UndoneSheet {
  readonly changed: number;
  readonly removed: number;
  /** Titles of datasets left as they are: somebody changed them since. */
  readonly left: readonly string[];
}

/** Takes an applied table back: elements nobody touched since get what they were, drafts it made go. Throws `conflict` (nothing to take back). */
export function undoSheet(ctx: Context, id: string): Promise<UndoneSheet> {
  return transaction(ctx, async (inner) => {
    const sheet = await loadSheet(inner, id, true);
    if (sheet.replaced === null)
      throw new RequestError('conflict', 'sheet-not-applied', {
        uk: 'Повертати нічого: таблицю не записано або вже повернуто.',
        en: 'There is nothing to take back: the table is not written, or was taken back already.',
      });
    const back = new Map(sheet.replaced.filter(({ made }) => !made).map((one) => [one.datasetId, one]));
    const left: string[] = [];
    const writes = (await lockBareDatasets(inner.db, [...back.keys()])).map((dataset) => {
      const { before = {}, written = {} } = back.get(dataset.id) ?? {};
      const same = fieldsOf(before).filter((field) => fieldMark(dataset.passport, field) === written[field]);
      if (same.length < fieldsOf(before).length) left.push(dataset.passport.title || dataset.number);
      const restored = Object.fromEntries(same.map((field) => [field, before[field] ?? undefined]));
      return { dataset, passport: tidyPassport(withNulls({ ...dataset.passport, ...restored })), count: same.length };
    });
    const changed = writes.filter(({ count }) => count > 0);
    await writeMany(inner, changed);
    const removed = await removeMade(inner, sheet, left);
    await updateSheet(inner.db, id, { appliedAt: sheet.appliedAt, replaced: null });
    return { changed: changed.length, removed, left };
  });
}

/** Elements that are always there say nothing by null. */
function withNulls(passport: Partial<Passport>): Passport {
  return { ...passport, frequency: passport.frequency ?? null, dataAsOf: passport.dataAsOf ?? null } as Passport;
}

/** Drafts the table made and nobody has worked on since. */
async function removeMade(ctx: Context, sheet: PassportSheet, left: string[]): Promise<number> {
  let removed = 0;
  for (const { datasetId, made } of sheet.replaced ?? []) {
    if (!made) continue;
    const dataset = await readDataset(ctx, datasetId).catch(() => null);
    if (!dataset) continue;
    const untouched =
      dataset.resources.length === 0 && dataset.changedAt.getTime() <= (sheet.appliedAt?.getTime() ?? 0);
    if (untouched && dataset.state === 'draft') {
      await deleteDataset(ctx, datasetId);
      removed += 1;
    } else left.push(dataset.passport.title || dataset.number);
  }
  return removed;
}
