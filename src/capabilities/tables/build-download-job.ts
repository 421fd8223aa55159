import { z } from 'zod';
import { defineJob } from '../../platform/jobs/job.ts';
import { buildDownload } from './build-download.ts';
import { DOWNLOAD_FORMATS } from './download-formats.ts';

/** Makes the download file of a table somebody asked for. Repeating it is harmless. */
export const buildDownloadJob = defineJob({
  name: 'tables.build-download',
  data: z.object({ tableId: z.string(), format: z.enum(DOWNLOAD_FORMATS) }),
  async handle(ctx, { tableId, format }) {
    await buildDownload(ctx, tableId, format);
  },
});
