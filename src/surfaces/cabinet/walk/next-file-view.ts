import { may } from '../../../capabilities/accounts/index.ts';
import { loadDataset } from '../../../capabilities/catalog/index.ts';
import { changesOfFile, newFindings, publishedReading, type Reading } from '../../../capabilities/ingest/index.ts';
import { findPublication, reviewOfDraft } from '../../../capabilities/publishing/index.ts';
import type { Context } from '../../../platform/context.ts';
import { type FileChange, isWeighty } from '../../../tabular/index.ts';

/** How a file stands beside the one its resource was published with. */
export interface NextFileView {
  readonly changes: readonly FileChange[];
  /** Rows of the published file. */
  readonly rowsBefore: number;
  /** The number the version will have, where nothing is new and the person may publish: one button does the rest. */
  readonly publish: number | null;
}

/** Null for a first file, and while there is nothing to compare. */
export async function nextFileView(ctx: Context, reading: Reading): Promise<NextFileView | null> {
  const changes = await changesOfFile(ctx, reading);
  const before = changes && (await publishedReading(ctx, reading.resourceId));
  if (changes === null || before === null) return null;
  const rowsBefore = before.mended?.rows ?? before.inspection?.rows ?? 0;
  const routine = reading.state === 'ready' && !changes.some(isWeighty) && newFindings(reading, before).length === 0;
  return { changes, rowsBefore, publish: routine ? await versionToBe(ctx, reading.datasetId) : null };
}

async function versionToBe(ctx: Context, datasetId: string): Promise<number | null> {
  const dataset = await loadDataset(ctx, datasetId);
  if (dataset.state !== 'published') return null;
  const [publication, mayPublish, review] = await Promise.all([
    findPublication(ctx, datasetId),
    may(ctx, 'dataset.publish', dataset),
    reviewOfDraft(ctx, datasetId),
  ]);
  const open = mayPublish && !review.planned && (review.road !== 'approval' || review.approved);
  return publication && open ? publication.versionNumber + 1 : null;
}
