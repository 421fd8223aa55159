import type { Context } from '../../platform/context.ts';
import type { Dataset, DatasetState } from './dataset.ts';

export declare function changeDatasetState(ctx: Context, id: string, state: DatasetState): Promise<Dataset>;
export declare function deleteDataset(ctx: Context, id: string): Promise<void>;
