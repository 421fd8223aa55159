import { type Context, transaction } from '../../platform/context.ts';
import type { Card } from './card.ts';
import { putCard, putEntry, removeEntry, selectCardVersion } from './card-store.ts';
import { showCodeLists } from './code-lists/code-list-store.ts';

/**
 * Shows a dataset to the public in a new state. Only publishing calls it, in the transaction that sets the published pointer, after its own
 * permission; hence no permission is asked here. Published cards enter search; suspended and withdrawn ones leave it but keep their address.
 */
export function writeCard(ctx: Context, card: Card): Promise<void> {
  return transaction(ctx, async ({ db }) => {
    const before = await selectCardVersion(db, card.datasetId);
    await putCard(db, card);
    if (card.state !== 'published') return removeEntry(db, card.datasetId);
    await putEntry(db, card);
    const fields = card.resources.flatMap((resource) => resource.fields);
    const lists = [...new Set(fields.flatMap(({ codeList }) => codeList ?? []))];
    await showCodeLists(db, lists, before !== card.versionId);
  });
}
