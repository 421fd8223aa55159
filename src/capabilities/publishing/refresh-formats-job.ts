import { z } from 'zod';
import { type Context, transaction } from '../../platform/context.ts';
import { defineJob } from '../../platform/jobs/job.ts';
import { findCard, loadDataset } from '../catalog/index.ts';
import { movePointer } from './move-pointer.ts';
import { lockPointer, selectDatasetsAfter, selectPublication } from './pointer-store.ts';
import { withPresentFormats } from './table-formats.ts';
import { selectVersion } from './version-store.ts';

const AT_ONCE = 200;

/**
 * Each night: writes the cards anew that name other formats than their tables are given in, e.g. after an upgrade that brought a format.
 * Repeating it is harmless; a card that is right is only read.
 */
export const refreshFormatsJob = defineJob({
  name: 'publishing.refresh-formats',
  data: z.object({}),
  async handle(ctx) {
    let after: string | null = null;
    for (;;) {
      const ids: string[] = await selectDatasetsAfter(ctx.db, after, AT_ONCE);
      for (const id of ids) {
        ctx.signal.throwIfAborted();
        if (await isBehind(ctx, id)) await rewrite(ctx, id);
      }
      after = ids.at(-1) ?? null;
      if (ids.length < AT_ONCE) return;
    }
  },
});

async function isBehind(ctx: Context, datasetId: string): Promise<boolean> {
  const card = await findCard(ctx, datasetId);
  if (!card) return false;
  const formats = (resources: typeof card.resources) => JSON.stringify(resources.map((one) => one.formats));
  return formats(card.resources) !== formats(withPresentFormats(card.resources));
}

function rewrite(ctx: Context, datasetId: string): Promise<void> {
  return transaction(ctx, async (tx) => {
    const dataset = await loadDataset(tx, datasetId);
    await lockPointer(tx.db, datasetId, dataset.unitId);
    const publication = await selectPublication(tx.db, datasetId);
    const version = publication ? await selectVersion(tx.db, publication.versionId) : null;
    if (publication && version) await movePointer(tx, dataset, version, publication);
  });
}
