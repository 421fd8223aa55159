import type { Context } from '../../platform/context.ts';
import type { Dataset, ResourceKind } from './dataset.ts';

export interface NewResource {
  readonly kind: ResourceKind;
  readonly title: string;
  /** Links only. */
  readonly url?: string;
}

export interface NewDataset {
  readonly unitId: string;
  readonly title: string;
  /** The first resource; more are added by `addResource`. */
  readonly resource?: NewResource;
}

export declare function createDataset(ctx: Context, wanted: NewDataset): Promise<Dataset>;
