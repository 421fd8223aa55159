import { type Context, transaction } from '../../platform/context.ts';
import { record } from '../history/index.ts';
import { loadForPublishing } from './load-reading.ts';
import { wrongState } from './reading-rules.ts';
import { moveReading } from './reading-store.ts';

/** Says whether anybody may download the file exactly as it was given. Not while it still arrives, nor after it was published. */
export async function changeOriginalPublic(ctx: Context, id: string, originalPublic: boolean): Promise<void> {
  await transaction(ctx, async (tx) => {
    const { reading, revision } = await loadForPublishing(tx, id, true);
    if (reading.originalPublic === originalPublic) return;
    if (reading.original === null || reading.publishedAt) throw wrongState(reading);
    await moveReading(tx, id, revision, { originalPublic }); // no new revision: work under way stays good
    await record(tx, {
      deed: 'file.original-public-changed',
      subject: { kind: 'dataset', id: reading.datasetId, name: reading.fileName, unitId: reading.unitId },
      before: reading.originalPublic,
      after: originalPublic,
    });
  });
}
