import { trigramsOf } from '../../language/search-tokens.ts';
import type { Context } from '../../platform/context.ts';
import type { Understanding } from './asked-words.ts';
import { selectNearStems } from './vocabulary-store.ts';

const MOST = 5;
/** Of two words so alike one may have been meant by the other. */
const ALIKE = 0.35;

function likeness(a: readonly string[], b: readonly string[]): number {
  const common = a.filter((one) => b.includes(one)).length;
  return common / (a.length + b.length - common);
}

/** For a question without an answer: words of the catalog close to those that were asked, in turn from each; each has an answer. */
export async function nearQuestions(ctx: Context, { words }: Understanding): Promise<string[]> {
  const near = new Set<string>();
  for (const { stem } of words.slice(0, 3)) {
    const trigrams = trigramsOf(stem);
    for (const known of (await selectNearStems(ctx.db, trigrams)).slice(0, 3))
      if (known.word !== null && likeness(trigrams, trigramsOf(known.stem)) >= ALIKE) near.add(known.word);
  }
  return [...near].slice(0, MOST);
}
