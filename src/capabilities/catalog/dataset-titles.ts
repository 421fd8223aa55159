import type { Context } from '../../platform/context.ts';
import { reachOf } from '../accounts/index.ts';
import type { DatasetState } from './dataset.ts';
import { selectTitles } from './listed-store.ts';

/** A dataset by name, without its passport. */
export interface DatasetTitle {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly unitId: string;
  readonly state: DatasetState;
  readonly keywords: readonly string[];
}

/** All datasets whose drafts the actor may see, by name, in one statement; withdrawn and internal ones left out. */
export async function datasetTitles(ctx: Context): Promise<readonly DatasetTitle[]> {
  return selectTitles(ctx.db, await reachOf(ctx, 'dataset.view-drafts'));
}
