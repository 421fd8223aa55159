import { z } from 'zod';
import { defineJob } from '../../platform/jobs/job.ts';
import { buildDownload, downloadSettings, formatsMadeAhead, openTable } from '../tables/index.ts';
import { selectResources, selectVersion, updateChecksum } from './version-store.ts';

/**
 * After a publication: makes the download files of its tables before anybody asks; of large tables only those for programs
 * (`formatsMadeAhead`). Repeating it is harmless.
 */
export const prepareDownloadsJob = defineJob({
  name: 'publishing.prepare-downloads',
  data: z.object({ versionId: z.string() }),
  async handle(ctx, { versionId }) {
    if ((await selectVersion(ctx.db, versionId))?.closure) return;
    const { parquet } = await downloadSettings(ctx);
    for (const { tableId } of await selectResources(ctx.db, versionId)) {
      if (tableId === null) continue;
      const { columns, manifest } = await openTable(ctx, tableId);
      // first what a person verifies a version by
      const csv = await buildDownload(ctx, tableId, 'csv');
      if (csv) await updateChecksum(ctx.db, tableId, csv.sha256);
      for (const format of formatsMadeAhead(columns, manifest.rows, parquet)) await buildDownload(ctx, tableId, format);
    }
  },
});
