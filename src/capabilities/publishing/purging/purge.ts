import { z } from 'zod';

/** One emergency withdrawal, as it is remembered. */
export interface Purge {
  readonly id: string;
  readonly datasetId: string;
  /** Numbers of the versions whose data were taken away, ascending. */
  readonly versions: readonly number[];
  readonly reason: string;
  /** Number of the earlier version shown instead; null: none, or the public saw another version anyway. */
  readonly shown: number | null;
  readonly by: string;
  readonly at: Date;
  /** When the last byte was gone; null while the background works at it. */
  readonly doneAt: Date | null;
}

/** The form of an emergency withdrawal. */
export const PurgeForm = z.object({
  /** What happened, in words everybody will read. */
  reason: z.string().trim().min(1).max(2000),
  /** Number of the version shown instead, or `none`. */
  instead: z.union([z.literal('none'), z.coerce.number().int().positive()]),
  /** Other versions with the same in them. */
  also: z.array(z.coerce.number().int().positive()),
});
export type PurgeForm = z.input<typeof PurgeForm>;

/** What can be chosen before it is done. */
export interface PurgeOffer {
  /** Versions of the very same files or tables: they go with it. Ascending. */
  readonly together: readonly number[];
  /** Other open versions, newest first: each can be shown instead, or taken away too. */
  readonly others: readonly number[];
}
