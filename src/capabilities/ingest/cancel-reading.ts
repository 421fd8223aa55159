import { type Context, transaction } from '../../platform/context.ts';
import { record } from '../history/index.ts';
import { discardFiles } from './discard-files.ts';
import { loadForEditing } from './load-reading.ts';
import { selectSharing } from './parts/part-store.ts';
import { wrongState } from './reading-rules.ts';
import { changeReading } from './reading-store.ts';

/** The file is given up whole: other tables of it that nobody has published go with it. See `cancelReading`. */
export async function cancelFile(ctx: Context, id: string): Promise<void> {
  const { reading } = await loadForEditing(ctx, id);
  await cancelReading(ctx, id);
  if (reading.partOf !== null) return;
  for (const one of await selectSharing(ctx, id)) {
    if (one.reading.publishedAt === null) await cancelReading(ctx, one.reading.id);
  }
}

/**
 * Stops the work on a file and throws its bytes away. A job at work sees it within half a second. A reading a version was made of cannot be
 * cancelled (`conflict`); cancelling twice does nothing.
 */
export async function cancelReading(ctx: Context, id: string): Promise<void> {
  const files = await transaction(ctx, async (tx) => {
    const { reading } = await loadForEditing(tx, id, true);
    if (reading.publishedAt) throw wrongState(reading);
    if (reading.state === 'cancelled') return null;
    await changeReading(tx, id, {
      state: 'cancelled',
      progress: null,
      original: null,
      source: null,
      inspection: null,
      textTable: null,
      mendedTable: null,
      mended: null,
      typed: null,
    });
    await record(tx, {
      deed: 'file.cancelled',
      subject: { kind: 'dataset', id: reading.datasetId, name: reading.fileName, unitId: reading.unitId },
    });
    return reading;
  });
  if (files) await discardFiles(ctx, files); // after the commit: a file without a row is cleaned, a row without a file is a fault
}
