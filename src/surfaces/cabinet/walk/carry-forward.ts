import {
  changePassport,
  changeStructure,
  loadDataset,
  type Structure,
  suggestKeywords,
  suggestStructure,
} from '../../../capabilities/catalog/index.ts';
import { acceptRepairs, changeColumnTypes, type Reading } from '../../../capabilities/ingest/index.ts';
import { type Context, transaction } from '../../../platform/context.ts';
import type { ColumnType } from '../../../tabular/column.ts';

/**
 * From the repairs to the passport: the structure is suggested from the table as it will be published, keywords from its headers. A reading
 * whose repairs were not answered goes on without any. Only what is empty is filled, so going back and forth loses nothing.
 */
export async function carryForward(ctx: Context, reading: Reading): Promise<void> {
  if (reading.kind !== 'table' || reading.publishedAt) return;
  await transaction(ctx, async (tx) => {
    const inspection = reading.mended?.inspection ?? reading.inspection;
    const dataset = await loadDataset(tx, reading.datasetId);
    const resource = dataset.resources.find(({ id }) => id === reading.resourceId);
    if (!inspection || !resource) return;
    const removed = reading.mended?.removedColumns ?? [];
    const columns = inspection.columns.filter(({ index }) => !removed.includes(index));
    const structure = suggestStructure(columns, resource.structure);
    await changeStructure(tx, resource.id, structure);
    await changeColumnTypes(tx, reading.id, typesOf(structure));
    if (reading.state === 'checked') await acceptRepairs(tx, reading.id, []);
    const { passport } = dataset;
    if (passport.keywords.length === 0) {
      const keywords = suggestKeywords(
        passport.title,
        columns.map(({ title }) => title),
      );
      if (keywords.length > 0) await changePassport(tx, dataset.id, { ...passport, keywords });
    }
  });
}

/** Types of a structure by column of the text table. */
export function typesOf(structure: Structure): Record<string, ColumnType> {
  return Object.fromEntries(
    structure.fields.flatMap(({ sourceColumn, type }) => (sourceColumn === null ? [] : [[String(sourceColumn), type]])),
  );
}
