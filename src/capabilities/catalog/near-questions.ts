import { trigramsOf } from '../../language/search-tokens.ts';
import { typingDistance } from '../../language/spelling.ts';
import type { Context } from '../../platform/context.ts';
import type { Understanding } from './asked-words.ts';
import { selectNearStems } from './vocabulary-store.ts';

const MOST = 5;
/** Of two words so alike one may have been meant by the other. */
const ALIKE = 0.35;
const BEGINNING = 3;

function likeness(a: readonly string[], b: readonly string[]): number {
  const common = a.filter((one) => b.includes(one)).length;
  return common / (a.length + b.length - common);
}

/** The beginning of a word bears its meaning, «кладовище» is no «середовище»: with another one the words must be a slip apart. */
function mayBeMeant(asked: string, trigrams: readonly string[], known: string): boolean {
  if (likeness(trigrams, trigramsOf(known)) < ALIKE) return false;
  return asked.slice(0, BEGINNING) === known.slice(0, BEGINNING) || typingDistance(asked, known, 1) <= 1;
}

/** For a question without an answer: words of the catalog close to those that were asked, in turn from each; each has an answer. */
export async function nearQuestions(ctx: Context, { words }: Understanding): Promise<string[]> {
  const near = new Set<string>();
  // beside a word that is nowhere, words near to the known ones would be another question
  const lost = words.filter(({ telling }) => telling === 0);
  for (const { stem } of (lost.length > 0 ? lost : words).slice(0, 3)) {
    const trigrams = trigramsOf(stem);
    for (const known of (await selectNearStems(ctx.db, trigrams)).slice(0, 3))
      if (known.word !== null && mayBeMeant(stem, trigrams, known.stem)) near.add(known.word);
  }
  return [...near].slice(0, MOST);
}
