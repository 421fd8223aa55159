import type { Context } from '../../platform/context.ts';
import { type OpenTableOfVersion, selectOpenTables } from './public-tables-store.ts';

/** Every table anybody can have now, also of earlier versions, the present ones first. @param ids only these */
export function tablesOfPublic(ctx: Context, ids: readonly string[] | null = null): Promise<OpenTableOfVersion[]> {
  return selectOpenTables(ctx.db, ids);
}
