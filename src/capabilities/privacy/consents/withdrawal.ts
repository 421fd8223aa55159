import { z } from 'zod';

/** Most people whose consents are taken back at once: a form is filled in by hand. */
export const MOST_PEOPLE = 500;

/** Somebody who consented to be published takes the consent back: told by their value in the column that was published on consent. */
export const WithdrawalWish = z.object({
  columnTitle: z.string().min(1).max(10_000),
  /** As the column has them, one for each person. They are kept nowhere, only their keyed digests. */
  values: z.array(z.string().trim().min(1).max(1000)).min(1).max(MOST_PEOPLE),
  /** The paper by which it was asked: a letter, its number and date. */
  document: z.string().trim().min(1).max(500),
});
export type WithdrawalWish = z.input<typeof WithdrawalWish>;

/** Consents that were taken back, without saying whose. */
export interface Withdrawal {
  readonly id: string;
  readonly datasetId: string;
  readonly resourceId: string;
  readonly columnTitle: string;
  readonly digests: readonly string[];
  readonly document: string;
  readonly madeBy: string;
  readonly madeAt: Date;
  /** When earlier versions with these people were closed; null: not yet. */
  readonly closedAt: Date | null;
  /** Undone: it counts no more. Versions it had closed stay closed. */
  readonly undone: { readonly by: string; readonly at: Date } | null;
}
