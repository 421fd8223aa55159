import { isId } from '../../kernel/ids.ts';
import { type Context, transaction } from '../../platform/context.ts';
import { permit } from '../accounts/index.ts';
import { record } from '../history/index.ts';
import type { Dataset, DatasetState } from './dataset.ts';
import { mayBecome } from './dataset-rules.ts';
import { deleteDatasetRow, lockDataset, updateDataset } from './dataset-store.ts';
import { openForChange, subjectOf } from './open-dataset.ts';
import { readDataset } from './read-datasets.ts';
import { noDataset, notDraft, stateNotAllowed } from './refusals.ts';

/**
 * Moves a dataset along its life; publishing calls it in its own transaction, after its own permission, and writes the reasons.
 * Throws `not-found`, `forbidden`, `conflict` (that state cannot follow).
 */
export function changeDatasetState(ctx: Context, id: string, state: DatasetState): Promise<Dataset> {
  return transaction(ctx, async (inner) => {
    const before = isId(id) ? await lockDataset(inner.db, id) : null;
    if (!before) throw noDataset();
    await permit(inner, state === 'published' ? 'dataset.publish' : 'dataset.close', before);
    if (!mayBecome(before.state, state)) throw stateNotAllowed(before.state, state);
    if (before.state === state) return before;
    await updateDataset(inner.db, id, { state }, inner.clock.now());
    const values = { before: { state: before.state }, after: { state } };
    await record(inner, { deed: 'dataset.state-changed', subject: subjectOf(before), ...values });
    return readDataset(inner, id);
  });
}

/** Deletes a draft the public has never seen; its number stays used. Throws `conflict` for anything else, `forbidden`. */
export function deleteDataset(ctx: Context, id: string): Promise<void> {
  return transaction(ctx, async (inner) => {
    const dataset = await openForChange(inner, id);
    if (dataset.state !== 'draft') throw notDraft();
    await deleteDatasetRow(inner.db, id);
    await record(inner, {
      deed: 'dataset.deleted',
      subject: subjectOf(dataset),
      before: dataset.passport,
      note: dataset.number,
    });
  });
}
