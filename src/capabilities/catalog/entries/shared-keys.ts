import type { Context } from '../../../platform/context.ts';
import { selectCodeListNames, selectSharedKeys } from './shared-key-store.ts';

/** A column that identifies rows of one dataset and stands in others too: by it they can be joined. */
export interface SharedKey {
  readonly name: string;
  readonly title: string;
  readonly datasetIds: readonly string[];
}

/** Columns by which datasets can be joined, by name. One statement. Asks no permission: whoever shows them decides which datasets may be named. */
export function sharedKeys(ctx: Context): Promise<SharedKey[]> {
  return selectSharedKeys(ctx.db);
}

/** Names of code lists, by id. One statement. */
export function codeListNames(ctx: Context, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  return selectCodeListNames(ctx.db, ids);
}
