import type { RecipeStep } from '../../../tabular/inspection.ts';

/** The step that leaves out the rows of people told by keyed digests of their value in this column. */
export function omissionOf(columnTitle: string, digests: readonly string[]): RecipeStep {
  return { code: 'protect-omit-rows', columnTitle, parameters: { digests: [...new Set(digests)].sort() } };
}

/**
 * What a decision to publish a column on consent leaves out, whoever makes it anew: a consent taken back once does not return with another document, nor
 * with another title of the column. Null where nobody took theirs back.
 */
export function omissionOfWithdrawn(columnTitle: string, digests: readonly string[]): RecipeStep | null {
  return digests.length > 0 ? omissionOf(columnTitle, digests) : null;
}
