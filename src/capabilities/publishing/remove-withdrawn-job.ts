import { z } from 'zod';
import { defineJob } from '../../platform/jobs/job.ts';

/** After a withdrawal: takes the dataset's files out of the public class. Repeating it is harmless. */
export const removeWithdrawnJob = defineJob({
  name: 'publishing.remove-withdrawn',
  data: z.object({ datasetId: z.string() }),
  async handle() {
    throw new Error('not built yet');
  },
});
