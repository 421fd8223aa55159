import { isId } from '../../kernel/ids.ts';
import type { Page, Paged } from '../../kernel/paging.ts';
import { queryTokens } from '../../language/search-tokens.ts';
import { type Context, once } from '../../platform/context.ts';
import { type DeedReach, isWithinReach, permit, reachOf } from '../accounts/index.ts';
import type { Dataset, DatasetState, Resource } from './dataset.ts';
import { selectDataset, selectDatasets } from './dataset-store.ts';
import { noDataset } from './refusals.ts';
import { selectResource } from './resource-store.ts';

/** Which working copies to list. */
export interface DatasetFilter {
  /** Null: all that the actor may see. */
  readonly unitIds: readonly string[] | null;
  readonly state?: DatasetState;
  /** Only these. */
  readonly ids?: readonly string[];
  /** Words of title, keywords and description in any form, or a part of the identification number. */
  readonly q?: string;
}

/** The dataset without asking who asks: for use cases that have asked. Throws `not-found`. */
export async function readDataset(ctx: Context, id: string): Promise<Dataset> {
  const dataset = isId(id) ? await once(ctx, `catalog.dataset ${id}`, () => selectDataset(ctx.db, id)) : null;
  if (!dataset) throw noDataset();
  return dataset;
}

/** The working copy with resources and structures. Throws `not-found`, `forbidden`. */
export async function loadDataset(ctx: Context, id: string): Promise<Dataset> {
  const dataset = await readDataset(ctx, id);
  await permit(ctx, 'dataset.view-drafts', dataset);
  return dataset;
}

/** The working copy of one resource with its structure, or null. Throws `forbidden`. */
export async function findResource(ctx: Context, id: string): Promise<Resource | null> {
  const resource = isId(id) ? await selectResource(ctx.db, id) : null;
  if (resource) await loadDataset(ctx, resource.datasetId);
  return resource;
}

/** Where somebody has only named datasets, those of a unit are found in it. */
const coversUnits = (reach: DeedReach, unitIds: readonly string[]): boolean =>
  (reach !== 'all' && reach.datasetIds.length > 0) ||
  unitIds.every((unitId) => isWithinReach(reach, { id: null, unitId }));

/**
 * Working copies the actor may see, the latest changed first. Throws `signed-out`, and `forbidden` when one of the
 * units is not theirs to see.
 */
export async function listDatasets(ctx: Context, filter: DatasetFilter, page: Page): Promise<Paged<Dataset>> {
  const reach = await reachOf(ctx, 'dataset.view-drafts');
  const refused = ctx.actor.kind === 'visitor' || (filter.unitIds && !coversUnits(reach, filter.unitIds));
  if (refused) await permit(ctx, 'dataset.view-drafts', null); // says why
  if (filter.unitIds?.length === 0) return { items: [], total: 0, ...page };
  const q = filter.q?.trim() ?? '';
  const tokens = queryTokens(q);
  const last = tokens.at(-1);
  const question = {
    reach,
    unitIds: filter.unitIds,
    state: filter.state ?? null,
    ids: filter.ids ?? null,
    words: tokens.map((token) => [token.stem, ...token.alternatives]),
    beginning: last && last.word.length >= 3 ? last.stem : null,
    number: q,
  };
  return { ...(await selectDatasets(ctx.db, question, page)), ...page };
}
