import type { Context } from '../../../platform/context.ts';
import { deletePartsOf } from './part-store.ts';

/** The resource is taken out of its dataset: the next file of another one renews it no more, and its own renews nothing. In the caller's transaction. */
export function forgetParts(ctx: Context, resourceId: string): Promise<void> {
  return deletePartsOf(ctx, resourceId);
}
