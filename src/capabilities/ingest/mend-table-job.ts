import { rm } from 'node:fs/promises';
import { z } from 'zod';
import { defineJob } from '../../platform/jobs/job.ts';
import { type ExpectedOf, NOTHING_EXPECTED } from './expected-values.ts';
import { mendReading } from './mend-reading.ts';
import { parkReading } from './read-file-job.ts';
import { selectReading } from './reading-store.ts';
import { watchReading } from './reading-watch.ts';

/** Carries out accepted repairs, or writes the typed table anew after the structure changed. Safe to repeat. */
export const mendTableJob = (expected: ExpectedOf = NOTHING_EXPECTED) =>
  defineJob({
    name: 'ingest.mend-table',
    data: z.object({ readingId: z.uuid(), revision: z.number().int() }),
    handle: async (ctx, { readingId }) => {
      const stored = await selectReading(ctx, readingId);
      if (stored?.reading.state !== 'mending') return;
      const watch = watchReading(ctx, readingId, stored.revision, 'mending');
      const folder = await ctx.objects.workFolder();
      try {
        await mendReading(ctx, stored, { folder, watch, expected });
      } catch (error) {
        if (await watch.isOutdated()) return; // cancelled or undone: another job does what the person wants now
        throw error;
      } finally {
        await watch.stop();
        await rm(folder, { recursive: true, force: true });
      }
    },
    park: parkReading,
  });
