import type { Context } from '../../platform/context.ts';
import { selectChangesSince } from './change-store.ts';

/** One thing that was done, without its content. */
export interface NotedChange {
  readonly entryId: string;
  readonly at: Date;
  readonly deed: string;
  readonly actorName: string;
  readonly subject: { readonly kind: string; readonly id: string };
}

/** What was done after a place in the chain, what waits for its seal included; and where the chain ends. */
export interface ChangesSince {
  readonly position: number;
  readonly changes: readonly NotedChange[];
}

/**
 * Changes of these kinds of subjects since a position of the chain, the oldest first, in one statement. What waits for its seal is told again until
 * it is sealed: whoever follows remembers which of it they have seen. Nothing committed is ever missed, because the chain has no gaps.
 * Asks no permission.
 */
export function changesSince(ctx: Context, position: number, kinds: readonly string[]): Promise<ChangesSince> {
  return selectChangesSince(ctx.db, position, kinds);
}
