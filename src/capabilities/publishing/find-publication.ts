import { isId } from '../../kernel/ids.ts';
import type { Context } from '../../platform/context.ts';
import { decisionsOf } from '../privacy/index.ts';
import { openTable } from '../tables/index.ts';
import { selectPublicFile, selectPublicTable } from './pointer-store.ts';
import { present } from './present.ts';
import type { Publication, PublicFile, PublicTable } from './publication.ts';

/** What the public has of the dataset, or null when it was never published. */
export async function findPublication(ctx: Context, datasetId: string): Promise<Publication | null> {
  return isId(datasetId) ? (await present(ctx, datasetId)).publication : null;
}

/** A published table by its own id (any version) or by a resource's id (the published version). The caller minds its `state`. */
export async function findPublicTable(ctx: Context, tableOrResourceId: string): Promise<PublicTable | null> {
  return isId(tableOrResourceId) ? selectPublicTable(ctx.db, tableOrResourceId) : null;
}

/** The stored file of a resource in the published version, or in version `number`. The caller minds `state` and `open`. */
export async function findPublicFile(ctx: Context, resourceId: string, number?: number): Promise<PublicFile | null> {
  const file = isId(resourceId) ? await selectPublicFile(ctx.db, resourceId, number) : null;
  if (!file?.open || file.tableId === null || file.state !== 'published') return file;
  // what the version says is not enough: a file with a closed column is never given, whoever wrote the record
  const { manifest } = await openTable(ctx, file.tableId);
  const whole = manifest.columns.every(({ sensitivity }) => sensitivity === 'open');
  // nor one with a column that was decided to be taken out since: the file of every version has it
  const decisions = await decisionsOf(ctx, file.datasetId);
  const hidden = decisions.some(
    ({ resourceId: of, state, step }) => of === file.resourceId && state === 'made' && step,
  );
  return { ...file, open: whole && !hidden, personal: file.personal || hidden };
}
