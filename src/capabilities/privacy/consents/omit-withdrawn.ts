import type { Database } from '../../../platform/context.ts';
import type { RecipeStep } from '../../../tabular/inspection.ts';
import { selectWithdrawnDigests } from './withdrawal-store.ts';

/** The step that leaves out the rows of people told by keyed digests of their value in this column. */
export function omissionOf(columnTitle: string, digests: readonly string[]): RecipeStep {
  return { code: 'protect-omit-rows', columnTitle, parameters: { digests: [...new Set(digests)].sort() } };
}

/**
 * What a decision to publish a column on consent leaves out, whoever makes it anew: a consent taken back once does not return with another document.
 * Null where nobody took theirs back.
 */
export async function omissionOfWithdrawn(
  db: Database,
  resourceId: string,
  columnTitle: string,
): Promise<RecipeStep | null> {
  const digests = await selectWithdrawnDigests(db, resourceId, columnTitle);
  return digests.length > 0 ? omissionOf(columnTitle, digests) : null;
}
