import { addDays, dayOf } from '../../../kernel/dates.ts';
import { newId } from '../../../kernel/ids.ts';
import { type Context, transaction } from '../../../platform/context.ts';
import { listUnits, permit } from '../../accounts/index.ts';
import { record } from '../../history/index.ts';
import { notify } from '../../notices/index.ts';
import { UNDO_DAYS } from '../duties/deed.ts';
import { selectMandates } from '../duties/mandate-store.ts';
import { noEdition, notDraftEdition, tooLateToUndo } from '../refusals.ts';
import { compareEditions, type ItemChange } from './compare-rules.ts';
import type { Edition, ListItem } from './edition.ts';
import { deleteEdition, deleteItem, putItem, updateEditionState } from './edition-store.ts';
import { loadLists } from './read-lists.ts';

/** An edition beside the one it replaces. */
export interface EditionDifference {
  readonly edition: Edition;
  /** In force now, or before this one. */
  readonly before: Edition | null;
  readonly changes: readonly ItemChange<ListItem>[];
  /** Units that must publish what is added, removed or reworded. */
  readonly touched: readonly { readonly id: string; readonly name: string; readonly lines: readonly string[] }[];
}

/** What an edition changes, and whom it touches. Needs `dataset.view-internal`. Throws `not-found`, `forbidden`. */
export async function viewEdition(ctx: Context, id: string): Promise<EditionDifference> {
  await permit(ctx, 'dataset.view-internal');
  const { editions, items, otherItems } = await loadLists(ctx);
  const edition = editions.find((one) => one.id === id && one.list === 'resolution-835');
  if (!edition) throw noEdition();
  const ofEdition = (wanted: string) => [...items, ...otherItems].filter(({ editionId }) => editionId === wanted);
  const current = editions.find(({ list, state }) => list === edition.list && state === 'current') ?? null;
  const before = edition.state === 'draft' ? current : (editions.find((one) => one.id === edition.previous) ?? null);
  const changes = compareEditions(before ? ofEdition(before.id) : [], ofEdition(id));
  const lines = new Set(
    changes.filter(({ kind }) => kind === 'reworded' || kind === 'removed').map((change) => change.before?.line ?? ''),
  );
  const [mandates, units] = await Promise.all([selectMandates(ctx.db), listUnits(ctx)]);
  const touched = units
    .map((unit) => ({
      id: unit.id,
      name: unit.name,
      lines: mandates.filter(({ unitId, line }) => unitId === unit.id && lines.has(line)).map(({ line }) => line),
    }))
    .filter((unit) => unit.lines.length > 0);
  return { edition, before, changes, touched };
}

async function draftOf(ctx: Context, id: string): Promise<Edition> {
  const edition = (await loadLists(ctx)).editions.find((one) => one.id === id);
  if (!edition) throw noEdition();
  if (edition.state !== 'draft') throw notDraftEdition();
  return edition;
}

const subjectOf = ({ id, title }: Edition) => ({ kind: 'mandates', id, name: title });

/**
 * A reworded item is another one after all: it begins a line of its own, and the old one counts as removed. Only before the edition is
 * adopted. Needs `city.manage`. Throws `not-found`, `conflict`, `forbidden`.
 */
export function separateItem(ctx: Context, id: string, line: string): Promise<void> {
  return transaction(ctx, async (tx) => {
    await permit(tx, 'city.manage', null);
    const edition = await draftOf(tx, id);
    const item = (await loadLists(tx)).otherItems.find((one) => one.editionId === id && one.line === line);
    if (!item) throw noEdition();
    await renameLine(tx, edition, item);
  });
}

async function renameLine(ctx: Context, edition: Edition, item: ListItem): Promise<void> {
  await deleteItem(ctx.db, edition.id, item.line);
  await putItem(ctx.db, edition.id, { ...item, line: `${item.line}-${edition.code}-${newId().slice(-4)}` });
}

/**
 * Puts an edition in force: the one before is kept, mandates and answers go on by their lines. Needs `city.manage`. Throws `not-found`,
 * `conflict` (not a draft), `forbidden`.
 */
export function adoptEdition(ctx: Context, id: string): Promise<void> {
  return transaction(ctx, async (tx) => {
    await permit(tx, 'city.manage', null);
    const edition = await draftOf(tx, id);
    const now = tx.clock.now();
    const current = (await loadLists(tx)).editions.find(
      ({ list, state }) => list === edition.list && state === 'current',
    );
    if (current) await updateEditionState(tx.db, current.id, 'retired', { retiredAt: now });
    await updateEditionState(tx.db, id, 'current', { adoptedAt: now, previous: current?.id ?? null });
    await record(tx, {
      deed: 'mandates.edition-adopted',
      subject: subjectOf(edition),
      before: { edition: current?.code },
    });
  });
}

/** Puts the edition before in force again within seven days; this one is a draft again. Needs `city.manage`. Throws `not-found`, `conflict`. */
export function takeEditionBack(ctx: Context, id: string): Promise<void> {
  return transaction(ctx, async (tx) => {
    await permit(tx, 'city.manage', null);
    const { edition, before } = await viewEdition(tx, id);
    if (edition.state !== 'current' || !before || !edition.adoptedAt) throw notDraftEdition();
    if (dayOf(tx.clock.now()) > addDays(dayOf(edition.adoptedAt), UNDO_DAYS)) throw tooLateToUndo(UNDO_DAYS);
    await updateEditionState(tx.db, id, 'draft', { previous: null });
    await updateEditionState(tx.db, before.id, 'current', { retiredAt: null });
    await record(tx, { deed: 'mandates.edition-taken-back', subject: subjectOf(edition) });
  });
}

/** Removes an edition that was only looked at. Needs `city.manage`. Throws `not-found`, `conflict` (it was in force), `forbidden`. */
export function dropEdition(ctx: Context, id: string): Promise<void> {
  return transaction(ctx, async (tx) => {
    await permit(tx, 'city.manage', null);
    const edition = await draftOf(tx, id);
    await deleteEdition(tx.db, id);
    await record(tx, { deed: 'mandates.edition-dropped', subject: subjectOf(edition) });
  });
}

/**
 * Tells everybody who answers for what is reworded or removed, once an edition: a notice with a way to the item. Needs `city.manage`.
 * @returns how many units were told
 */
export function tellTouchedUnits(ctx: Context, id: string): Promise<number> {
  return transaction(ctx, async (tx) => {
    await permit(tx, 'city.manage', null);
    const { edition, touched } = await viewEdition(tx, id);
    for (const unit of touched) {
      await notify(tx, {
        to: { deed: 'mandate.answer', place: unit.id },
        kind: 'mandates.edition-changed',
        subject: { kind: 'unit', id: unit.id, name: edition.title },
        link: `/cabinet/city/required/lists/${edition.id}`,
        facts: { unit: unit.name, count: unit.lines.length },
        once: edition.id,
      });
    }
    return touched.length;
  });
}
