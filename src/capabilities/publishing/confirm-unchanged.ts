import type { Context } from '../../platform/context.ts';
import { changePublication } from './change-publication.ts';
import type { Publication } from './publication.ts';
import { archivedDataset, closedDataset } from './refusals.ts';

/** Clicks closer than this are one, ms. */
const ONE_CLICK = 60_000;

/**
 * «Дані не змінились»: moves the instant the data are true as of to now. Makes no version; recorded in the history. Needs `dataset.publish`.
 */
export async function confirmUnchanged(ctx: Context, datasetId: string): Promise<Publication> {
  return changePublication(ctx, datasetId, {
    right: 'dataset.publish',
    deed: 'dataset.confirmed-unchanged',
    change(publication) {
      if (publication.state !== 'published') throw closedDataset(publication.state);
      if (publication.archive) throw archivedDataset();
      const now = ctx.clock.now();
      const moved = now.getTime() - Date.parse(publication.dataAsOf);
      return moved < ONE_CLICK ? publication : { ...publication, dataAsOf: now.toISOString() };
    },
  });
}
