import { z } from 'zod';
import { defineJob } from '../../platform/jobs/job.ts';
import { buildDownload, DOWNLOAD_FORMATS } from '../tables/index.ts';
import { selectResources } from './version-store.ts';

/** After a publication: makes the download files of its tables before anybody asks. Repeating it is harmless. */
export const prepareDownloadsJob = defineJob({
  name: 'publishing.prepare-downloads',
  data: z.object({ versionId: z.string() }),
  async handle(ctx, { versionId }) {
    for (const { tableId } of await selectResources(ctx.db, versionId)) {
      if (tableId === null) continue;
      for (const format of DOWNLOAD_FORMATS) await buildDownload(ctx, tableId, format);
    }
  },
});
