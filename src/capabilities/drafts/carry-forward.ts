import { type Context, transaction } from '../../platform/context.ts';
import type { ColumnProfile, ColumnType } from '../../tabular/column.ts';
import { type Standard, structureOfRecipe } from '../../tabular/standards/index.ts';
import {
  changePassport,
  changeStructure,
  type Dataset,
  findStandard,
  loadDataset,
  type Structure,
  structureOfStandard,
  suggestKeywords,
  suggestStructure,
} from '../catalog/index.ts';
import { acceptRepairs, changeColumnTypes, columnsOfReading, type Reading } from '../ingest/index.ts';

/**
 * From the repairs to the passport: the structure is suggested from the table as it will be published, keywords from its headers. A reading
 * whose repairs were not answered goes on without any. Only what is empty is filled, so going back and forth loses nothing.
 */
export async function carryForward(ctx: Context, reading: Reading): Promise<void> {
  if (reading.kind !== 'table' || reading.publishedAt) return;
  await transaction(ctx, async (tx) => {
    const dataset = await loadDataset(tx, reading.datasetId);
    const columns = columnsOfReading(reading);
    await carryStructure(tx, dataset, reading, columns);
    if (reading.state === 'checked') await acceptRepairs(tx, reading.id, []);
    const { passport } = dataset;
    if (passport.keywords.length === 0) {
      const titles = columns.map(({ title }) => title);
      const keywords = suggestKeywords(passport.title, titles);
      if (keywords.length > 0) await changePassport(tx, dataset.id, { ...passport, keywords });
    }
  });
}

/** The structure the file was brought to, which says what its columns are. */
async function standardOf(ctx: Context, { recipe }: Reading): Promise<Standard | null> {
  const brought = structureOfRecipe(recipe);
  return brought && findStandard(ctx, brought.structure);
}

async function carryStructure(
  ctx: Context,
  dataset: Dataset,
  reading: Reading,
  columns: readonly ColumnProfile[],
): Promise<void> {
  const resource = dataset.resources.find(({ id }) => id === reading.resourceId);
  if (!resource) return;
  const standard = await standardOf(ctx, reading);
  const template = standard && structureOfStandard(standard.fields);
  const suggested = suggestStructure(columns, resource.structure, template, { typesOfTemplate: true });
  const before = new Map(resource.structure.fields.map(({ name, type }) => [name, type]));
  const fields = suggested.fields.map((field) => {
    const byHand = reading.types[String(field.sourceColumn)];
    // a code that was published as text stays text, though this month's values all look like numbers
    const published = dataset.state !== 'draft' && before.get(field.name) === 'text' ? 'text' : undefined;
    const type = byHand ?? published ?? field.type;
    return type === field.type ? field : { ...field, type, format: '' };
  });
  await changeStructure(ctx, resource.id, { fields });
  await changeColumnTypes(ctx, reading.id, typesByHand({ fields }, columns));
}

/** Types of a structure that differ from what the file itself says, by column of the text table. */
export function typesByHand(structure: Structure, columns: readonly ColumnProfile[]): Record<string, ColumnType> {
  const own = new Map(columns.map(({ index, type }) => [index, type]));
  return Object.fromEntries(
    structure.fields.flatMap(({ sourceColumn, type }) =>
      sourceColumn === null || own.get(sourceColumn) === type ? [] : [[String(sourceColumn), type]],
    ),
  );
}
