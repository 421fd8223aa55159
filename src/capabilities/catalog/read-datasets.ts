import type { Page, Paged } from '../../kernel/paging.ts';
import type { Context } from '../../platform/context.ts';
import type { Dataset, DatasetState, Resource } from './dataset.ts';

export interface DatasetFilter {
  /** Null: all units. */
  readonly unitIds: readonly string[] | null;
  readonly state?: DatasetState;
  readonly q?: string;
}

export declare function loadDataset(ctx: Context, id: string): Promise<Dataset>;
export declare function findResource(ctx: Context, id: string): Promise<Resource | null>;
export declare function listDatasets(ctx: Context, filter: DatasetFilter, page: Page): Promise<Paged<Dataset>>;
