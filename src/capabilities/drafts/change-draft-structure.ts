import { type Context, transaction } from '../../platform/context.ts';
import { type ChangeOptions, changeStructure, type Structure } from '../catalog/index.ts';
import { changeColumnTypes, isRead, type Reading } from '../ingest/index.ts';
import { columnsOf, typesByHand } from './carry-forward.ts';

/**
 * Sets the structure of a resource; the typed table of its unpublished file is written again where a type differs from what the file says.
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
    await changeStructure(tx, resourceId, structure, options);
    if (reading && isRead(reading) && !reading.publishedAt) {
      await changeColumnTypes(tx, reading.id, typesByHand(structure, columnsOf(reading)));
    }
  });
}
