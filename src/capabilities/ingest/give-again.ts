import type { Context } from '../../platform/context.ts';
import type { ColumnType } from '../../tabular/column.ts';
import { loadForEditing } from './load-reading.ts';
import { changeReading, moveToNewest } from './reading-store.ts';

/**
 * Makes a file a version was made of the newest of its resource again, as if it were given now. Its typed table is let go where its columns have
 * other types now than they are to have: the version's own table is there. Called in the transaction that brings a version back.
 */
export async function giveReadingAgain(
  ctx: Context,
  id: string,
  fields: readonly { readonly sourceColumn: number | null; readonly type: ColumnType }[],
): Promise<void> {
  const { reading } = await loadForEditing(ctx, id, true);
  const typed = new Map(reading.typed?.columns.map(({ index, type }) => [index, type]));
  const fits = fields.every(({ sourceColumn, type }) => sourceColumn === null || typed.get(sourceColumn) === type);
  // the file itself goes in the night, when nothing names it
  if (reading.typed && !fits) await changeReading(ctx, id, { typed: null });
  await moveToNewest(ctx, id);
}
