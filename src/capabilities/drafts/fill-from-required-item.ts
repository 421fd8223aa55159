import { type Context, transaction } from '../../platform/context.ts';
import {
  applyRequiredItem,
  changePassport,
  changeStructure,
  type Dataset,
  type RequiredItem,
  suggestStructure,
  templateOf,
} from '../catalog/index.ts';
import { columnsOfReading, type Reading } from '../ingest/index.ts';

/**
 * Fills the passport from an item of the 835 list and, where the item has a recommended structure, names the columns of the unpublished
 * file by it. Types stay as they are: they come from the file and the person.
 */
export async function fillFromRequiredItem(
  ctx: Context,
  dataset: Dataset,
  item: RequiredItem,
  reading: Reading | null,
): Promise<void> {
  const resource = dataset.resources.find(({ id }) => id === reading?.resourceId);
  const template = templateOf(item);
  await transaction(ctx, async (tx) => {
    await changePassport(tx, dataset.id, applyRequiredItem(dataset.passport, item));
    if (!reading || !resource || !template || reading.publishedAt || columnsOfReading(reading).length === 0) return;
    const typeOf = new Map(resource.structure.fields.map(({ sourceColumn, type }) => [sourceColumn, type]));
    const suggested = suggestStructure(columnsOfReading(reading), null, template);
    const fields = suggested.fields.map((field) => ({ ...field, type: typeOf.get(field.sourceColumn) ?? field.type }));
    await changeStructure(tx, resource.id, { fields });
  });
}
