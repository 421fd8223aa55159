import type { Context } from '../../platform/context.ts';
import type { Question } from '../../platform/database/ask-together.ts';
import { may } from '../accounts/index.ts';
import { type Dataset, loadDataset, type Resource } from '../catalog/index.ts';
import { withoutQuery } from './address-rules.ts';
import { selectLoads } from './load-store.ts';
import { noResource } from './refusals.ts';
import type { Load, Source } from './source.ts';
import { selectSource, selectSourcesOf, troubled } from './source-store.ts';

/** A source as people see it: whether there is a secret, never which. */
export type SourceView = Omit<Source, 'sealedSecret'> & { readonly hasSecret: boolean };

/** The secret itself is shown to nobody, only that there is one. */
export function shownSource({ sealedSecret, ...source }: Source): SourceView {
  return { ...source, hasSecret: sealedSecret !== null };
}

const SHOWN_LOADS = 30;

/** All that the page of a source shows. Null source: none was set. */
export interface SourcePage {
  readonly dataset: Dataset;
  readonly resource: Resource;
  readonly source: SourceView | null;
  /** The newest first. */
  readonly loads: readonly Load[];
  readonly mayChange: boolean;
}

/** The source of a resource with its loads, for those who may see the dataset's draft. Throws `not-found`, `forbidden`. */
export async function openSource(ctx: Context, datasetId: string, resourceId: string): Promise<SourcePage> {
  const dataset = await loadDataset(ctx, datasetId);
  const resource = dataset.resources.find(({ id }) => id === resourceId);
  if (!resource || resource.kind === 'link') throw noResource();
  const [source, loads, mayChange] = await Promise.all([
    selectSource(ctx, resource.id),
    selectLoads(ctx, [resource.id], SHOWN_LOADS),
    may(ctx, 'dataset.publish', dataset),
  ]);
  const shown = source && shownSource(source);
  // a key often stands in the query of an address: only those who may change it see it
  const seen = shown && !mayChange ? { ...shown, address: withoutQuery(shown.address) } : shown;
  return { dataset, resource, source: seen, loads, mayChange };
}

/** The sources of a dataset. The caller has already asked the right to see it. */
export async function sourcesOf(ctx: Context, datasetId: string): Promise<SourceView[]> {
  return (await selectSourcesOf(ctx, datasetId)).map(shownSource);
}

/** What the desk says of loads that need a person. */
export interface FailedLoad {
  readonly datasetId: string;
  readonly resourceId: string;
  /** `failed` nothing comes; `waiting` a draft waits; `stopped` nobody is asked any more. */
  readonly kind: 'failed' | 'waiting' | 'stopped';
  readonly reason: NonNullable<Source['trouble']>['text'];
  readonly since: Date;
  /** Page where it is told and mended. */
  readonly path: string;
}

/**
 * Every source with a trouble that lasts, to be asked with other questions: few, whatever the size of the city. The caller shows those of datasets
 * its reader may see and nothing of the others.
 */
export const failedLoadsQuestion: Question<FailedLoad[]> = {
  query: troubled.query,
  read: (rows) =>
    troubled.read(rows).flatMap(({ trouble, datasetId, resourceId }) =>
      trouble === null
        ? []
        : [
            {
              datasetId,
              resourceId,
              kind: trouble.kind,
              reason: trouble.text,
              since: new Date(trouble.since),
              path: `/cabinet/datasets/${datasetId}/source/${resourceId}`,
            },
          ],
    ),
};
