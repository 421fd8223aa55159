import { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import { defineJob } from '../../platform/jobs/job.ts';
import { discardFiles } from './discard-files.ts';
import { deleteForgottenParts } from './parts/part-store.ts';
import type { Reading, ReadingState } from './reading.ts';
import { changeReading, deleteReading, selectAbandoned, selectSuperseded } from './reading-store.ts';
import { sweepUnnamedFiles } from './sweep-unnamed-files.ts';

const DAY = 86_400_000;

/** Unpublished readings nobody touched for so many days are forgotten with their files. A ready draft may wait for months. */
const KEPT_DAYS: readonly (readonly [readonly ReadingState[], number])[] = [
  [['receiving', 'cancelled'], 2],
  [['refused', 'failed'], 30],
  [['checked', 'ready'], 180],
];

/** A port: datasets whose unpublished files stay however old they are, because they are read where they lie. */
type SparedDatasets = (ctx: Context) => Promise<ReadonlySet<string>>;

/** Nightly: throws away what people left behind. Originals a version was made of always stay. */
export function cleanReadingsJob(spared: SparedDatasets) {
  return defineJob({
    name: 'ingest.clean-readings',
    data: z.object({}),
    handle: (ctx) => clean(ctx, spared),
  });
}

async function clean(ctx: Context, spared: SparedDatasets): Promise<void> {
  const unnamed = await sweepUnnamedFiles(ctx); // while the rows of abandoned readings still tell whose they are
  let abandoned = 0;
  const kept = await spared(ctx);
  for (const [states, days] of KEPT_DAYS) {
    const since = new Date(ctx.clock.now().getTime() - days * DAY);
    for (const reading of await selectAbandoned(ctx, states, since)) {
      if (kept.has(reading.datasetId) && reading.state === 'ready') continue;
      await forget(ctx, reading);
      abandoned += 1;
    }
  }
  const superseded = await selectSuperseded(ctx);
  for (const reading of superseded) {
    await discardFiles(ctx, reading, 'original');
    await changeReading(ctx, reading.id, { textTable: null, mendedTable: null, typed: null, numbers: null });
  }
  const parts = await deleteForgottenParts(ctx);
  ctx.log.info({ unnamed, abandoned, superseded: superseded.length, parts }, 'files of readings cleaned');
}

async function forget(ctx: Context, reading: Reading): Promise<void> {
  await deleteReading(ctx, reading.id); // the row first: killed in between, files without a row harm nobody
  await discardFiles(ctx, reading);
}
