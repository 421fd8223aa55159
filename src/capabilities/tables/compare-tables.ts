import type { Context } from '../../platform/context.ts';
import type { TableChanges } from './table.ts';

/** Counts exactly how the newer table differs from the older one. */
export async function compareTables(_ctx: Context, _oldId: string, _newId: string): Promise<TableChanges> {
  throw new Error('not built yet');
}
