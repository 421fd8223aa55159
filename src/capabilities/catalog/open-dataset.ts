import { isId } from '../../kernel/ids.ts';
import type { Context } from '../../platform/context.ts';
import { permit } from '../accounts/index.ts';
import type { Dataset, Resource } from './dataset.ts';
import { lockDataset } from './dataset-store.ts';
import { changedMeanwhile, noDataset, noResource, withdrawn } from './refusals.ts';
import { selectResource } from './resource-store.ts';

/** What a change of a working copy may be told. */
export interface ChangeOptions {
  /** `changedAt` of the record the person had before them: a later change by somebody else is refused as `conflict`. */
  readonly expectedChangedAt?: Date;
}

/**
 * The dataset for changing, locked until the transaction ends, after asking whether the actor may.
 * Throws `not-found`, `forbidden`, `conflict` (changed meanwhile; withdrawn).
 */
export async function openForChange(ctx: Context, id: string, options: ChangeOptions = {}): Promise<Dataset> {
  const dataset = isId(id) ? await lockDataset(ctx.db, id) : null;
  if (!dataset) throw noDataset();
  await permit(ctx, 'dataset.edit', dataset);
  if (dataset.state === 'withdrawn') throw withdrawn();
  const expected = options.expectedChangedAt;
  if (expected && expected.getTime() !== dataset.changedAt.getTime()) throw changedMeanwhile();
  return dataset;
}

/** The same by one of its resources. */
export async function openByResource(
  ctx: Context,
  resourceId: string,
  options: ChangeOptions = {},
): Promise<{ dataset: Dataset; resource: Resource }> {
  const found = isId(resourceId) ? await selectResource(ctx.db, resourceId) : null;
  if (!found) throw noResource();
  const dataset = await openForChange(ctx, found.datasetId, options);
  const resource = dataset.resources.find(({ id }) => id === resourceId);
  if (!resource) throw noResource();
  return { dataset, resource };
}

/** How the history calls a dataset. */
export function subjectOf(dataset: Pick<Dataset, 'id' | 'number' | 'passport' | 'unitId'>) {
  const { id, number, passport, unitId } = dataset;
  return { kind: 'dataset', id, name: passport.title || number, unitId };
}
