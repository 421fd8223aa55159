import type { Context } from '../../platform/context.ts';
import {
  type BoundColumn,
  type ComposedKey,
  type KeyColumn,
  selectBoundColumns,
  selectBoundCounts,
  selectComposedKeys,
  selectHolders,
  selectKeyColumns,
  selectTableTitles,
} from './bound-column-store.ts';

/** Columns of working copies bound to a shared field. Asks no permission: whoever shows them asks. */
export function columnsBound(ctx: Context, sharedFieldId: string): Promise<BoundColumn[]> {
  return selectBoundColumns(ctx.db, sharedFieldId);
}

/** How many columns are bound to each shared field. */
export function countBound(ctx: Context): Promise<ReadonlyMap<string, number>> {
  return selectBoundCounts(ctx.db);
}

/** Identifier columns that columns of a dataset may refer to. Asks no permission: they are public, or of the dataset itself. */
export function keyColumns(ctx: Context, datasetId: string): Promise<KeyColumn[]> {
  return selectKeyColumns(ctx.db, datasetId);
}

/** Titles of tables with their datasets, by the resource's id: working copies. One statement, none for none. */
export async function tableTitles(ctx: Context, resourceIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  return resourceIds.length === 0 ? new Map() : selectTableTitles(ctx.db, resourceIds);
}

/** Keys of several columns that columns of a dataset may refer to. */
export function composedKeys(ctx: Context, datasetId: string): Promise<ComposedKey[]> {
  return selectComposedKeys(ctx.db, datasetId);
}

/** Code lists by how many of these values they hold, the most first. Codes are no secret. */
export function codeListsHolding(
  ctx: Context,
  values: readonly string[],
): Promise<readonly { readonly id: string; readonly held: number }[]> {
  return selectHolders(ctx.db, values);
}
