import type { Day } from '../../../kernel/dates.ts';
import { type Context, transaction } from '../../../platform/context.ts';
import {
  addResource,
  applyRequiredItem,
  changePassport,
  changeStructure,
  type Dataset,
  loadDataset,
  planDataset,
  templateOf,
} from '../../catalog/index.ts';
import { findItem } from '../lists/read-lists.ts';
import { noItem } from '../refusals.ts';
import type { Duty } from './assign-units.ts';

/**
 * From an absent set to a planned dataset in one deed: title, ground, purpose, frequency, keywords and the recommended structure come filled,
 * the public is promised the day. Needs `dataset.create` and `dataset.publish` in the unit. Throws `not-found` (no such item), `invalid`
 * (the day), `forbidden`.
 */
export function planItem(ctx: Context, duty: Duty, dueOn: Day): Promise<Dataset> {
  return transaction(ctx, async (tx) => {
    const item = await findItem(tx, duty.line);
    if (!item) throw noItem();
    const { unitId } = duty;
    const themes = [...item.themes].slice(0, 3);
    const description = `${item.name}.`;
    const planned = await planDataset(tx, { unitId, title: item.title, description, themes, dueOn });
    await changePassport(tx, planned.id, applyRequiredItem(planned.passport, item));
    const structure = templateOf(item);
    const resource = await addResource(tx, planned.id, { kind: 'table', title: item.title });
    if (structure) await changeStructure(tx, resource.id, structure);
    return loadDataset(tx, planned.id);
  });
}
