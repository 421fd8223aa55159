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
  if (!last || (await stillHolds(ctx, last, withdrawal))) return;
  for (const version of await listVersions(ctx, datasetId)) {
    if (version.id === last.id || version.closure) continue;
    if (await holds(ctx, version, withdrawal))
      await withdrawVersion(ctx, datasetId, version.number, { reason: REASON, order: document });
  }
  await withdrawalClosed(ctx, withdrawal.id);
}

/** An earlier version holds them, or cannot be told. */
async function holds(ctx: Context, version: Pick<Version, 'id'>, withdrawal: Withdrawal): Promise<boolean> {
  const table = await tableOf(ctx, version, withdrawal);
  if (table === null) return false;
  const column = table.columns.find(({ inFile }) => inFile === withdrawal.columnTitle);
  return column === undefined || (await count(ctx, table.id, column.title, withdrawal)) !== 0;
}

/** The published version holds them yet: in that column, or in any other where it has been called otherwise or left out since. */
async function stillHolds(ctx: Context, version: Pick<Version, 'id'>, withdrawal: Withdrawal): Promise<boolean> {
  const table = await tableOf(ctx, version, withdrawal);
  if (table === null) return false;
  const named = table.columns.filter(({ inFile }) => inFile === withdrawal.columnTitle);
  for (const { title } of named.length > 0 ? named : table.columns) {
    if (((await count(ctx, table.id, title, withdrawal)) ?? 0) > 0) return true;
  }
  return false;
}

async function tableOf(ctx: Context, version: Pick<Version, 'id'>, { resourceId }: Withdrawal) {
  const stored = (await selectResources(ctx.db, version.id)).find((one) => one.resourceId === resourceId);
  if (!stored?.tableId) return null;
  const { columns } = (await openWholeTable(ctx, stored.tableId)).manifest;
  const inFile = await titlesInFile(ctx, stored, columns);
  return { id: stored.tableId, columns: columns.map(({ title }, at) => ({ title, inFile: inFile[at] ?? title })) };
}

function count(ctx: Context, tableId: string, columnTitle: string, { digests, datasetId }: Withdrawal) {
  return countListed(ctx, tableId, { columnTitle, digests, key: keyOfPeople(ctx, datasetId) });
}
