import { type Context, transaction } from '../../platform/context.ts';
import { type ChangeOptions, changeStructure, findResource, type Structure } from '../catalog/index.ts';
import { changeColumnTypes, checkAgain, columnsOfReading, isRead, type Reading } from '../ingest/index.ts';
import { typesByHand } from './carry-forward.ts';

const kindsOf = ({ fields }: Structure): string => fields.map(({ kind = '' }) => kind).join(' ');

/**
 * Sets the structure of a resource; the typed table of its unpublished file is written again where a type differs from what the file says,
 * and looked at anew where a person said what a column is.
 * Throws what changeStructure throws.
 */
export async function changeDraftStructure(
  ctx: Context,
  resourceId: string,
  structure: Structure,
  reading: Reading | null,
  options: ChangeOptions = {},
): Promise<void> {
  await transaction(ctx, async (tx) => {
    const before = await findResource(tx, resourceId);
    await changeStructure(tx, resourceId, structure, options);
    if (reading && isRead(reading) && !reading.publishedAt) {
      await changeColumnTypes(tx, reading.id, typesByHand(structure, columnsOfReading(reading)));
      if (before && kindsOf(before.structure) !== kindsOf(structure)) await checkAgain(tx, reading.id);
    }
  });
}
