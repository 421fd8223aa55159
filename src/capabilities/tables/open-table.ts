import type { Context } from '../../platform/context.ts';
import type { OpenTable } from './table.ts';

/** Opens a table for reading. Throws `not-found` when there is none of that id. */
export async function openTable(_ctx: Context, _tableId: string): Promise<OpenTable> {
  throw new Error('not built yet');
}

/** Local path of a table's first Parquet part. */
export async function parquetPathOf(_ctx: Context, _tableId: string): Promise<string> {
  throw new Error('not built yet');
}
