import { z } from 'zod';
import { defineJob } from '../../platform/jobs/job.ts';
import { DOWNLOAD_FORMATS } from './table.ts';

/** Makes the download file of a table ahead of the first reader. Repeating it is harmless. */
export const buildDownloadJob = defineJob({
  name: 'tables.build-download',
  data: z.object({ tableId: z.string(), format: z.enum(DOWNLOAD_FORMATS) }),
  async handle() {
    throw new Error('not built yet');
  },
});
