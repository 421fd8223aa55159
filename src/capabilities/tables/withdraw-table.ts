import type { Context } from '../../platform/context.ts';

/** Takes the table's files out of the public class for good: downloads are purged, its parts are kept restricted. Repeating is harmless. */
export async function withdrawTable(_ctx: Context, _tableId: string, _reason: string): Promise<void> {
  throw new Error('not built yet');
}
