import type { Day } from '../../../kernel/dates.ts';
import type { Context } from '../../../platform/context.ts';
import type { Card } from '../card.ts';
import type { DatasetState, ResourceKind } from '../dataset.ts';
import type { Passport } from '../passport.ts';
import { type EntryQuestion, selectEntryFacts } from './entry-store.ts';

/** All the catalog knows of a dataset that a registry tells: the working copy, what the public sees, the promise. */
export interface EntryFacts {
  readonly datasetId: string;
  readonly number: string;
  readonly slug: string;
  readonly unitId: string;
  readonly state: DatasetState;
  readonly createdAt: Date;
  /** What a clerk sees: may hold words that are not published yet. */
  readonly passport: Passport;
  readonly resources: readonly { readonly kind: ResourceKind; readonly url: string | null }[];
  /** Code lists its columns are filled from. */
  readonly codeLists: readonly string[];
  /** What the public sees; null: never published. */
  readonly card: Card | null;
  /** The day the next update is due; null: no term runs. */
  readonly dueOn: Day | null;
  /** An open promise to the public, with its term. */
  readonly promise: {
    readonly title: string;
    readonly description: string;
    readonly slug: string;
    readonly dueOn: Day;
  } | null;
}

/**
 * Facts of these datasets, or of all after an id in the order of ids, at most `most`. One statement. Asks no permission: whoever shows them decides
 * what may be seen.
 */
export function entryFacts(ctx: Context, question: EntryQuestion): Promise<EntryFacts[]> {
  return selectEntryFacts(ctx.db, question);
}
