import { type Context, transaction } from '../../platform/context.ts';
import { isRead } from './reading-rules.ts';
import { changeReading, selectLatest, selectReading } from './reading-store.ts';

/**
 * Has the table of a resource's newest file written anew in the background, because what is to be taken out of it was decided otherwise; until then nothing of it is
 * published. A file whose repairs wait for an answer is written when they have one; one whose rows were let go has none to write. Asks no right: who
 * decides has been asked.
 */
export function protectAgain(ctx: Context, resourceId: string): Promise<void> {
  return transaction(ctx, async (tx) => {
    const id = (await selectLatest(tx, [resourceId])).latest[0]?.reading.id;
    const stored = id === undefined ? null : await selectReading(tx, id, true);
    if (stored?.reading.kind !== 'table' || stored.reading.textTable === null) return;
    const { reading } = stored;
    if (!isRead(reading) || reading.state === 'checked') return;
    const revision = await changeReading(tx, reading.id, { state: 'mending', progress: null });
    await tx.emit(tx.db, { name: 'repairs-accepted', readingId: reading.id, revision });
  });
}
