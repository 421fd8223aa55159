import { z } from 'zod';
import { type Context, transaction } from '../../platform/context.ts';
import type { ColumnType } from '../../tabular/column.ts';
import { loadForEditing } from './load-reading.ts';
import type { Reading } from './reading.ts';
import { isRead, wrongState } from './reading-rules.ts';
import { changeReading } from './reading-store.ts';

const Types = z.record(
  z.string().regex(/^\d+$/),
  z.enum(['integer', 'decimal', 'boolean', 'date', 'datetime', 'time', 'text']),
);

/**
 * Makes the typed table follow the structure: by 0-based column index of the text table, the types that differ from what the file itself
 * says. Nothing happens when it already has these types; otherwise it is written again in the background. While repairs wait for an answer the types are only remembered.
 */
export async function changeColumnTypes(
  ctx: Context,
  id: string,
  types: Readonly<Record<string, ColumnType>>,
): Promise<void> {
  const given = Types.parse(types);
  await transaction(ctx, async (tx) => {
    const { reading } = await loadForEditing(tx, id, true);
    if (!isRead(reading) || reading.publishedAt) throw wrongState(reading);
    if (hasTypes(reading, given)) return;
    const again = reading.state !== 'checked';
    const revision = await changeReading(tx, id, {
      types: given,
      ...(again ? { state: 'mending', typed: null, progress: null } : {}),
    });
    if (again) await tx.emit(tx.db, { name: 'repairs-accepted', readingId: id, revision });
  });
}

/** True when the typed table is already what these types would make. */
function hasTypes(reading: Reading, types: Record<string, ColumnType>): boolean {
  const inspection = reading.mended?.inspection ?? reading.inspection;
  if (!reading.typed || JSON.stringify(reading.types) !== JSON.stringify(types)) {
    const wanted = new Map(inspection?.columns.map(({ index, type }) => [index, types[index] ?? type]));
    return reading.typed?.columns.every(({ index, type }) => wanted.get(index) === type) ?? false;
  }
  return true;
}
