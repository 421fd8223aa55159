import { z } from 'zod';
import { transaction } from '../../platform/context.ts';
import { defineJob } from '../../platform/jobs/job.ts';
import { readingsById } from '../ingest/index.ts';
import { endLoad } from './end-load.ts';
import { followDataset, followLoad } from './follow-load.ts';
import { deleteOldLoads, selectLoadOfReading, selectStill } from './load-store.ts';
import { nextTime } from './schedule-rules.ts';
import { putSource, selectDue } from './source-store.ts';
import { startLoad } from './start-load.ts';
import { trouble } from './troubles.ts';

/** A file was read: if a load brought it, the load goes on. */
export const followReadingJob = defineJob({
  name: 'sources.follow-reading',
  data: z.object({ readingId: z.uuid() }),
  async handle(ctx, { readingId }) {
    // a table that shares the file of another belongs to the load that brought it
    const partOf = (await readingsById(ctx, [readingId]))[0]?.partOf;
    const load = await selectLoadOfReading(ctx, partOf ?? readingId);
    if (load) await followLoad(ctx, load.id);
  },
});

/** A dataset was published, or could not be. */
export const followDatasetJob = defineJob({
  name: 'sources.follow-dataset',
  data: z.object({ datasetId: z.uuid() }),
  handle: (ctx, { datasetId }) => followDataset(ctx, datasetId),
});

/** Sources begun at one tick; the rest at the next. */
const AT_ONCE = 200;
const STILL = 10 * 60_000;
/** A load nothing has happened to for so long is given up, ms. */
const GIVEN_UP = 6 * 3_600_000;
const KEPT = 400 * 86_400_000;

/** Every five minutes: begins what is due, and looks after loads that nobody has said anything about. */
export const tickJob = defineJob({
  name: 'sources.tick',
  data: z.object({}),
  async handle(ctx) {
    const now = ctx.clock.now();
    await transaction(ctx, async (tx) => {
      for (const source of await selectDue(tx, now, AT_ONCE)) {
        await putSource(tx, { ...source, nextAt: nextTime(source.schedule, now) });
        await startLoad(tx, source, 'schedule');
      }
    });
    for (const load of await selectStill(ctx, new Date(now.getTime() - STILL))) {
      if (now.getTime() - load.changedAt.getTime() < GIVEN_UP) await followLoad(ctx, load.id);
      else await endLoad(ctx, load, { state: 'failed', reason: trouble('interrupted'), again: true });
    }
    await deleteOldLoads(ctx, new Date(now.getTime() - KEPT));
  },
});
