import { z } from 'zod';
import { transaction } from '../../platform/context.ts';
import { defineJob } from '../../platform/jobs/job.ts';
import { unitWithDescendants } from '../accounts/index.ts';
import { loadDataset } from '../catalog/index.ts';
import { movePointer } from './move-pointer.ts';
import { lockPointer, selectDatasetsOfUnits, selectPublication } from './pointer-store.ts';
import { selectVersion } from './version-store.ts';

/**
 * After a unit was renamed or moved: writes the cards of its datasets, and of the units below it (they may show its ЄДРПОУ), anew. Repeating it
 * is harmless.
 */
export const refreshCardsJob = defineJob({
  name: 'publishing.refresh-cards',
  data: z.object({ unitId: z.string() }),
  async handle(ctx, { unitId }) {
    const units = await unitWithDescendants(ctx, unitId);
    for (const datasetId of await selectDatasetsOfUnits(ctx.db, units)) {
      await transaction(ctx, async (tx) => {
        const dataset = await loadDataset(tx, datasetId);
        await lockPointer(tx.db, datasetId, dataset.unitId);
        const publication = await selectPublication(tx.db, datasetId);
        const version = publication ? await selectVersion(tx.db, publication.versionId) : null;
        if (publication && version) await movePointer(tx, dataset, version, publication);
      });
    }
  },
});
