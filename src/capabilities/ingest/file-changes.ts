import { type Context, once } from '../../platform/context.ts';
import { compareFiles, type FileChange, type FileFacts, factsOfInspection } from '../../tabular/index.ts';
import type { Reading } from './reading.ts';
import { selectPublishedFacts } from './reading-store.ts';

/** Files published before that tell what changes are usual. */
const LOOKED_BACK = 12;

/** The facts of a file that was read; before its repairs are decided, those that need no look at its rows. */
export function factsOf(reading: Pick<Reading, 'facts' | 'mended' | 'inspection'>): FileFacts | null {
  if (reading.facts) return reading.facts;
  if (reading.mended) return factsOfInspection(reading.mended.inspection, reading.mended.removedColumns);
  return reading.inspection && factsOfInspection(reading.inspection);
}

/**
 * What is other in a file than in the one its resource was published with, to be told before anything is accepted. Null where there is nothing to
 * compare: no table, not read yet, published itself, or the first one. The caller has already asked the right to see the dataset.
 */
export async function changesOfFile(ctx: Context, reading: Reading): Promise<readonly FileChange[] | null> {
  const now = reading.kind === 'table' && reading.publishedAt === null ? factsOf(reading) : null;
  if (now === null) return null;
  const earlier = await once(ctx, `ingest.published-facts ${reading.resourceId}`, () =>
    selectPublishedFacts(ctx, reading.resourceId, LOOKED_BACK),
  );
  const known = earlier.flatMap((one) => factsOf(one) ?? []);
  return known.length === 0 ? null : compareFiles(now, known);
}
