import { isId } from '../../kernel/ids.ts';
import { type Context, transaction } from '../../platform/context.ts';
import { findUnit, permit, recordMove } from '../accounts/index.ts';
import { record } from '../history/index.ts';
import type { Dataset } from './dataset.ts';
import { lockDataset, updateDataset } from './dataset-store.ts';
import { subjectOf } from './open-dataset.ts';
import { updateUnitOfPromise } from './promise-store.ts';
import { readDataset } from './read-datasets.ts';
import { invalidForm, noDataset } from './refusals.ts';

/**
 * Passes the working copy to another unit: id, number and address stay, whose it was is remembered. `publishing` calls it with all that must
 * follow. Needs `units.manage`. Throws `not-found`, `forbidden`, `invalid` (no such unit).
 */
export function moveDataset(ctx: Context, id: string, unitId: string): Promise<Dataset> {
  return transaction(ctx, async (inner) => {
    await permit(inner, 'units.manage', null);
    const before = isId(id) ? await lockDataset(inner.db, id) : null;
    if (!before) throw noDataset();
    if (before.unitId === unitId) return before;
    const unit = await findUnit(inner, unitId);
    if (!unit || unit.closedOn !== null) {
      const text = { uk: 'Такого підрозділу немає. Оберіть інший.', en: 'There is no such unit. Choose another.' };
      throw invalidForm([{ field: 'unitId', text }]);
    }
    await updateDataset(inner.db, id, { unitId }, inner.clock.now());
    await updateUnitOfPromise(inner.db, id, unitId);
    await recordMove(inner, { datasetId: id, fromUnitId: before.unitId, toUnitId: unitId });
    const values = { before: { unitId: before.unitId }, after: { unitId } };
    await record(inner, { deed: 'dataset.moved', subject: subjectOf(before), ...values });
    return readDataset(inner, id);
  });
}
