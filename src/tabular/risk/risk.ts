import type { RecipeStep } from '../inspection.ts';

/** How well rows hide behind one another. */
export interface GroupSizes {
  /** Rows of the smallest group of rows with the same values. */
  readonly smallest: number;
  /** Rows that no other is like. */
  readonly unique: number;
  /** Rows in groups smaller than `ENOUGH`. */
  readonly few: number;
}

/**
 * Whether somebody can be told from the others by what is known of people anyway (birth, sex, home, post), though the table has no name: counted exactly
 * over all rows. It holds titles and counts, no value.
 */
export interface Risk extends GroupSizes {
  readonly rows: number;
  /** Titles of the columns that were taken together. */
  readonly columns: readonly string[];
  /** What would be without each of them, the one that does most first. */
  readonly causes: readonly (GroupSizes & { readonly column: string })[];
  /**
   * What would help, one after another, each measured with those before it: the mildest that does most first, until nobody stands out; the last may be to
   * hide the groups that are still small. Empty where nobody can be told.
   */
  readonly proposals: readonly RiskProposal[];
}

/** A step and what would be after it. */
export interface RiskProposal extends GroupSizes {
  readonly step: RecipeStep;
  /** Cells or rows it would change. */
  readonly changed: number;
}

/** Among so many a person is not told from the others: the usual bound of open data (k = 5), no norm of law. */
export const ENOUGH = 5;

/** True where nobody stands out. */
export const isSafe = ({ smallest }: GroupSizes): boolean => smallest >= ENOUGH;
