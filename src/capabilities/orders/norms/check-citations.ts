import { findCitations } from '../../../language/citations/index.ts';
import type { Context } from '../../../platform/context.ts';
import { type CitationFinding, judgeCitations } from './judge-citations.ts';
import { KNOWN_NORMS } from './known-norms.ts';
import { selectCited } from './norm-store.ts';

/** Longer texts are read up to here, characters. */
const LONGEST = 400_000;

/**
 * What a text's citations say wrongly: dates and numbers of known norms and of the community's own signed orders, laws that lost their force.
 * Open to all. One statement, none where the text cites nothing.
 */
export async function checkCitations(ctx: Context, text: string): Promise<CitationFinding[]> {
  const read = text.slice(0, LONGEST);
  const citations = findCitations(read);
  if (citations.length === 0) return [];
  const numbers = [...new Set(citations.map(({ number }) => number).filter((number) => number !== ''))];
  return judgeCitations(read, citations, [...KNOWN_NORMS, ...(await selectCited(ctx.db, numbers))]);
}
