import { type Context, transaction } from '../../platform/context.ts';
import { loadForEditing } from './load-reading.ts';
import { isRead } from './reading-rules.ts';
import { changeReading } from './reading-store.ts';

/**
 * Looks at the table of a reading anew in the background, because what is known of its columns has changed (a person said what a column is).
 * Nothing happens while repairs wait for an answer or when the file is published already.
 */
export function checkAgain(ctx: Context, id: string): Promise<void> {
  return transaction(ctx, async (tx) => {
    const { reading } = await loadForEditing(tx, id, true);
    if (!isRead(reading) || reading.publishedAt || reading.state === 'checked') return;
    const revision = await changeReading(tx, id, { state: 'mending', typed: null, progress: null });
    await tx.emit(tx.db, { name: 'repairs-accepted', readingId: id, revision });
  });
}
