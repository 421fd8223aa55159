import { isId } from '../../kernel/ids.ts';
import { type Context, transaction } from '../../platform/context.ts';
import { listUnits, may, permit, reachOf } from '../accounts/index.ts';
import { record } from '../history/index.ts';
import { changeDatasetState } from './change-dataset-state.ts';
import type { Dataset } from './dataset.ts';
import { selectDataset } from './dataset-store.ts';
import { replaceReaders, selectInternal, selectInternalIds, selectReaders } from './internal-store.ts';
import { openForChange, subjectOf } from './open-dataset.ts';
import { selectPromise } from './promise-store.ts';
import { invalidForm, noDataset, notInternal, promiseIsOpen } from './refusals.ts';

/** A dataset that is known to the registry and never public (службовий), with the units that read it beside its own. */
export interface InternalDataset {
  readonly dataset: Dataset;
  readonly readerUnitIds: readonly string[];
}

/**
 * Makes a draft internal: passport and registry entry, data and page never public, read by its unit and the named ones. The way back is
 * `changeDatasetState(…, 'draft')`. Needs `dataset.publish`. Throws `invalid` (reason, units), `conflict` (was public; promised to the public).
 */
export function makeInternal(
  ctx: Context,
  id: string,
  wish: { readonly reason: string; readonly readerUnitIds: readonly string[] },
): Promise<Dataset> {
  return transaction(ctx, async (inner) => {
    const before = await openForChange(inner, id);
    const reason = wish.reason.trim();
    if (reason === '' || reason.length > 2000) throw noReason();
    if ((await selectPromise(inner.db, { id }))?.state === 'open') throw promiseIsOpen();
    const dataset = await changeDatasetState(inner, before.id, 'internal', { note: reason });
    await writeReaders(inner, dataset, wish.readerUnitIds);
    return dataset;
  });
}

/** Says anew which units read an internal dataset beside its own. Needs `dataset.publish`. */
export function changeReaders(ctx: Context, id: string, readerUnitIds: readonly string[]): Promise<void> {
  return transaction(ctx, async (inner) => {
    const dataset = await openForChange(inner, id);
    await permit(inner, 'dataset.publish', dataset);
    if (dataset.state !== 'internal') throw notInternal();
    await writeReaders(inner, dataset, readerUnitIds);
  });
}

async function writeReaders(ctx: Context, dataset: Dataset, readerUnitIds: readonly string[]): Promise<void> {
  const units = new Map((await listUnits(ctx)).map((unit) => [unit.id, unit.name]));
  const known = [...new Set(readerUnitIds)].filter((unitId) => units.has(unitId) && unitId !== dataset.unitId).sort();
  const before = await selectReaders(ctx.db, dataset.id);
  if (known.join() === before.join()) return;
  await replaceReaders(ctx.db, dataset.id, known);
  const names = (ids: readonly string[]) => ids.map((unitId) => units.get(unitId) ?? unitId);
  await record(ctx, {
    deed: 'dataset.readers-changed',
    subject: subjectOf(dataset),
    before: { readers: names(before) },
    after: { readers: names(known) },
  });
}

/**
 * An internal dataset for those who may read it: by `dataset.view-internal` in its own unit or in one of the named ones. To everybody else it is
 * not there at all. Throws `not-found`.
 */
export async function loadInternal(ctx: Context, id: string): Promise<InternalDataset> {
  const dataset = isId(id) ? await selectDataset(ctx.db, id) : null;
  if (dataset?.state !== 'internal') throw noDataset();
  const readerUnitIds = await selectReaders(ctx.db, id);
  for (const place of [dataset, ...readerUnitIds]) {
    if (await may(ctx, 'dataset.view-internal', place)) return { dataset, readerUnitIds };
  }
  throw noDataset();
}

/** Internal datasets the actor may read, the latest changed first, at most 500. */
export async function listInternal(ctx: Context): Promise<readonly Dataset[]> {
  return selectInternal(ctx.db, await reachOf(ctx, 'dataset.view-internal'), 500);
}

function noReason() {
  const text = {
    uk: 'Напишіть, чому набір службовий: підстава, до 2000 знаків.',
    en: 'Write why the dataset is internal: the ground, up to 2000 characters.',
  };
  return invalidForm([{ field: 'reason', text }]);
}

/** Every internal dataset, for work of the system itself. */
export async function internalDatasetIds(ctx: Context): Promise<ReadonlySet<string>> {
  return new Set(await selectInternalIds(ctx.db));
}
