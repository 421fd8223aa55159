import type { Context } from '../../../platform/context.ts';
import { transaction } from '../../../platform/context.ts';
import { selectFiles } from './file-store.ts';
import { changeImport, selectImport } from './import-store.ts';
import { changeItem, countItems, selectItem } from './item-store.ts';

/** A dataset is carried over once none of its files is under way. On the context's transaction. */
export async function settleItem(tx: Context, itemId: string): Promise<void> {
  const item = await selectItem(tx.db, itemId, true);
  if (!item || item.datasetId === null || item.state === 'failed' || item.state === 'found') return;
  const files = await selectFiles(tx.db, itemId);
  if (files.some(({ state }) => state === 'waiting')) return;
  const state = files.some((file) => file.state === 'reading') ? 'files' : 'done';
  if (state !== item.state) await changeItem(tx.db, itemId, { state }, tx.clock.now());
}

/** An import is done once none of its datasets is under way. */
export function settleImport(ctx: Context, importId: string): Promise<void> {
  return transaction(ctx, async (tx) => {
    const one = await selectImport(tx.db, importId, true);
    if (one?.state !== 'working') return;
    const counts = await countItems(tx.db, importId);
    if ((counts.get('asked') ?? 0) + (counts.get('files') ?? 0) > 0) return;
    await changeImport(tx.db, importId, { state: 'done' }, tx.clock.now());
  });
}
