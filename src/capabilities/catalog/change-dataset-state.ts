import { isId } from '../../kernel/ids.ts';
import { type Context, transaction } from '../../platform/context.ts';
import { permit } from '../accounts/index.ts';
import { record } from '../history/index.ts';
import type { Dataset, DatasetState } from './dataset.ts';
import { stepOf } from './dataset-life-rules.ts';
import { deleteDatasetRow, lockDataset, updateDataset } from './dataset-store.ts';
import { openForChange, subjectOf } from './open-dataset.ts';
import { selectPromise } from './promise-store.ts';
import { readDataset } from './read-datasets.ts';
import { noDataset, notDraft, promiseIsOpen, stateNotAllowed } from './refusals.ts';

/** How a step of a dataset's life is taken. */
export interface StepOptions {
  /** Publishing has asked its own right, e.g. an approval, and takes a step that only it may take. */
  readonly gate?: boolean;
  /** A reason or an order, in the person's own words. */
  readonly note?: string;
}

/**
 * Moves a dataset along its life (`LIFE`), one line of the history. Publishing calls it with `gate` in its own transaction, after its own permission.
 * Throws `not-found`, `forbidden`, `conflict` (that state cannot follow, or only publishing takes that step).
 */
export function changeDatasetState(
  ctx: Context,
  id: string,
  state: DatasetState,
  options: StepOptions = {},
): Promise<Dataset> {
  return transaction(ctx, async (inner) => {
    const before = isId(id) ? await lockDataset(inner.db, id) : null;
    if (!before) throw noDataset();
    const step = stepOf(before.state, state);
    if (!options.gate) await permit(inner, step?.right ?? 'dataset.publish', before);
    if (before.state === state) return before;
    if (!step || (step.gate && !options.gate)) throw stateNotAllowed(before.state, state);
    await updateDataset(inner.db, id, { state }, inner.clock.now());
    const values = { before: { state: before.state }, after: { state }, note: options.note };
    await record(inner, { deed: 'dataset.state-changed', subject: subjectOf(before), ...values });
    return readDataset(inner, id);
  });
}

/**
 * Deletes a draft the public has never seen; its number stays used. Throws `conflict` for anything else and while it is promised to the
 * public, `forbidden`.
 */
export function deleteDataset(ctx: Context, id: string): Promise<void> {
  return transaction(ctx, async (inner) => {
    const dataset = await openForChange(inner, id);
    const promise = await selectPromise(inner.db, { id });
    if (promise?.state === 'open') throw promiseIsOpen();
    if (dataset.state !== 'draft' && dataset.state !== 'planned') throw notDraft();
    await deleteDatasetRow(inner.db, id);
    await record(inner, {
      deed: 'dataset.deleted',
      subject: subjectOf(dataset),
      before: dataset.passport,
      note: dataset.number,
    });
  });
}
