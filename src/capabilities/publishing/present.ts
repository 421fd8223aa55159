import { type Context, once } from '../../platform/context.ts';
import { type Standing, selectStanding } from './standing-store.ts';

/** What the public has now, the pointer and the version it points to; what was asked for; what is said of the draft. One statement. */
export function present(ctx: Context, datasetId: string): Promise<Standing> {
  return once(ctx, `publishing.present ${datasetId}`, () => selectStanding(ctx.db, datasetId));
}
