import type { Context } from '../../platform/context.ts';
import type { NewResource } from './create-dataset.ts';
import type { Resource } from './dataset.ts';

export interface ResourceChange {
  readonly title?: string;
  /** Links only. */
  readonly url?: string | null;
}

export declare function addResource(ctx: Context, datasetId: string, wanted: NewResource): Promise<Resource>;
export declare function changeResource(ctx: Context, resourceId: string, change: ResourceChange): Promise<Resource>;
export declare function removeResource(ctx: Context, resourceId: string): Promise<void>;
