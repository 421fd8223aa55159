import { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import { defineJob } from '../../platform/jobs/job.ts';
import { keyOfPeople, openWithdrawals, type Withdrawal, withdrawalClosed } from '../privacy/index.ts';
import { countListed, openWholeTable } from '../tables/index.ts';
import { listVersions } from './list-versions.ts';
import { present } from './present.ts';
import { titlesInFile } from './titles-in-file.ts';
import type { Version } from './version.ts';
import { selectResources } from './version-store.ts';
import { withdrawVersion } from './withdraw-version.ts';

const REASON = 'Люди, про яких ці дані, відкликали згоду на їх поширення.';

/**
 * After a version without the rows of those who took their consent back is published: earlier versions that hold them close. A version that has no such
 * column any more cannot be told apart, so it closes too. Repeated after a kill it goes on; a withdrawal is done when no open version holds its people.
 */
export const closeConsentVersionsJob = defineJob({
  name: 'publishing.close-consent-versions',
  data: z.object({ datasetId: z.uuid() }),
  async handle(ctx, { datasetId }) {
    for (const withdrawal of await openWithdrawals(ctx, datasetId)) await closeVersions(ctx, withdrawal);
  },
});

async function closeVersions(ctx: Context, withdrawal: Withdrawal): Promise<void> {
  const { datasetId, document } = withdrawal;
  const { last } = await present(ctx, datasetId);
  // what everybody sees now may still hold them: the next version has not come yet
  if (!last || (await holds(ctx, last, withdrawal))) return;
  for (const version of await listVersions(ctx, datasetId)) {
    if (version.id === last.id || version.closure) continue;
    if (await holds(ctx, version, withdrawal))
      await withdrawVersion(ctx, datasetId, version.number, { reason: REASON, order: document });
  }
  await withdrawalClosed(ctx, withdrawal.id);
}

async function holds(ctx: Context, version: Pick<Version, 'id'>, withdrawal: Withdrawal): Promise<boolean> {
  const { resourceId, columnTitle, digests, datasetId } = withdrawal;
  const stored = (await selectResources(ctx.db, version.id)).find((one) => one.resourceId === resourceId);
  if (!stored?.tableId) return false;
  const { columns } = (await openWholeTable(ctx, stored.tableId)).manifest;
  const at = (await titlesInFile(ctx, stored, columns)).indexOf(columnTitle);
  const people = { columnTitle: columns[at]?.title ?? columnTitle, digests, key: keyOfPeople(ctx, datasetId) };
  return (await countListed(ctx, stored.tableId, people)) !== 0;
}
