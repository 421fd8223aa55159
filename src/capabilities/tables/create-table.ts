import type { Context } from '../../platform/context.ts';
import type { Manifest } from './manifest.ts';

/** Keeps a manifest for good and gives the table's id. Called by publishing inside its transaction. */
export async function createTable(_ctx: Context, _table: { resourceId: string; manifest: Manifest }): Promise<string> {
  throw new Error('not built yet');
}
