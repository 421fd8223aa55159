import { type Context, transaction } from '../../platform/context.ts';
import { record } from '../history/index.ts';
import { discardFiles } from './discard-files.ts';
import { loadForEditing } from './load-reading.ts';
import { wrongState } from './reading-rules.ts';
import { changeReading } from './reading-store.ts';

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
