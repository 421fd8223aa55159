import { z } from 'zod';
import { isId } from '../../kernel/ids.ts';
import { type Context, transaction } from '../../platform/context.ts';
import { defineJob } from '../../platform/jobs/job.ts';
import { loadDataset } from '../catalog/index.ts';
import { discardUnnamed, unnamedFiles } from '../tables/index.ts';
import { lockPointer } from './pointer-store.ts';
import { selectDatasetOfResource } from './row-version-store.ts';

/**
 * Nightly: discards files of rows by key that no table names: of a write or a folding that was killed between taking a file and saying so, and of tables
 * that were forgotten. Repeating it is harmless.
 */
export const sweepRowFilesJob = defineJob({
  name: 'publishing.sweep-row-files',
  data: z.object({}),
  async handle(ctx) {
    const byOwner = new Map<string, string[]>();
    for await (const { key } of ctx.objects.list()) {
      const [objectClass, owner = ''] = key.split('/');
      if (objectClass === 'public' && isId(owner)) byOwner.set(owner, [...(byOwner.get(owner) ?? []), key]);
    }
    let swept = 0;
    for (const [resourceId, keys] of byOwner) {
      ctx.signal.throwIfAborted();
      swept += await sweepRowFiles(ctx, resourceId, keys);
    }
    ctx.log.info({ swept }, 'files of rows swept');
  },
});

/**
 * Discards those of the files that no table of the resource is made of, while its writers wait; gives how many. None of an owner that is no resource
 * of a published version.
 */
export async function sweepRowFiles(ctx: Context, resourceId: string, keys: readonly string[]): Promise<number> {
  const datasetId = await selectDatasetOfResource(ctx.db, resourceId);
  if (datasetId === null || (await unnamedFiles(ctx, resourceId, keys)).length === 0) return 0;
  return transaction(ctx, async (tx) => {
    const { unitId } = await loadDataset(tx, datasetId);
    await lockPointer(tx.db, datasetId, unitId);
    return discardUnnamed(tx, resourceId, keys);
  });
}
