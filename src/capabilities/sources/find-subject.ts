import { system } from '../../kernel/actor.ts';
import { isRequestError } from '../../kernel/errors.ts';
import { actingAs, type Context } from '../../platform/context.ts';
import { type Dataset, loadDataset, type Resource } from '../catalog/index.ts';
import type { Source } from './source.ts';

/** The dataset and the resource of a source, whoever asks; null where one of them was removed. */
export async function findSubject(
  ctx: Context,
  source: Pick<Source, 'datasetId' | 'resourceId'>,
): Promise<{ readonly dataset: Dataset; readonly resource: Resource } | null> {
  try {
    const dataset = await loadDataset(actingAs(ctx, system('sources')), source.datasetId);
    const resource = dataset.resources.find(({ id }) => id === source.resourceId);
    return resource ? { dataset, resource } : null;
  } catch (error) {
    if (isRequestError(error) && error.kind === 'not-found') return null;
    throw error;
  }
}
