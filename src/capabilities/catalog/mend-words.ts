import { foldText } from '../../language/folding.ts';
import { trigramsOf } from '../../language/search-tokens.ts';
import { mostTypingErrors, typingDistance } from '../../language/spelling.ts';
import type { Context } from '../../platform/context.ts';
import { EVERYDAY_STEMS } from './everyday-words.ts';
import { type Guess, type Knows, type Reading, readingsOfParts, stem } from './guess-words.ts';
import { type KnownStem, selectNearStems } from './vocabulary-store.ts';

let everydayByTrigram: ReadonlyMap<string, readonly string[]> | null = null;

/** The words of people's lists by their trigrams: constant, made when the first error is typed; processes that answer no questions never need it. */
function everydayTrigrams(): ReadonlyMap<string, readonly string[]> {
  if (everydayByTrigram !== null) return everydayByTrigram;
  const index = new Map<string, string[]>();
  for (const one of EVERYDAY_STEMS)
    for (const trigram of trigramsOf(one)) {
      const known = index.get(trigram);
      if (known) known.push(one);
      else index.set(trigram, [one]);
    }
  everydayByTrigram = index;
  return index;
}

const ONE_SLIP = 1;
/** Letters that words of one root share at the least. */
const LEAST_ROOT = 5;

/** A right word near a mistyped one. */
interface Mended {
  readonly stem: string;
  readonly word: string;
  readonly distance: number;
  readonly cards: number;
}

function nearEveryday(word: string): KnownStem[] {
  const common = new Map<string, number>();
  for (const trigram of trigramsOf(word))
    for (const one of everydayTrigrams().get(trigram) ?? []) common.set(one, (common.get(one) ?? 0) + 1);
  return [...common]
    .filter(([, count]) => count >= 2)
    .sort((a, b) => b[1] - a[1])
    .slice(0, 40)
    .map(([one]) => ({ stem: one, word: null, cards: 0 }));
}

function mended(word: string, ending: string, near: readonly KnownStem[]): Mended[] {
  const wordStem = stem(word);
  const limit = mostTypingErrors(Math.max(wordStem.length, 4));
  return near
    .map((known) => {
      const byStem = typingDistance(wordStem, known.stem, limit);
      const byWord = known.word === null ? Number.POSITIVE_INFINITY : typingDistance(word, foldText(known.word), limit);
      const shown = known.word ?? known.stem + ending;
      return { stem: known.stem, word: shown, distance: Math.min(byStem, byWord), cards: known.cards };
    })
    .filter(({ distance }) => distance <= limit)
    .sort((a, b) => a.distance - b.distance || b.cards - a.cards);
}

/** A right word for a mistyped one and how far it is; where there is none, words of the same root («забудовує» → «забудова»). */
async function mend(ctx: Context, guess: Guess): Promise<{ readings: Reading[]; distance: number }> {
  const words = /^[a-z]+$/.test(guess.token.word)
    ? [guess.token.word, ...guess.latin.slice(0, 2).map((one) => one.word), ...guess.layouts.map((one) => one.word)]
    : [guess.token.word];
  const found: Mended[] = [];
  const roots: Reading[] = [];
  for (const word of words) {
    if (word.length < 4) continue;
    const wordStem = stem(word);
    const ending = word.startsWith(wordStem) ? word.slice(wordStem.length) : '';
    const near = [...(await selectNearStems(ctx.db, trigramsOf(wordStem))), ...nearEveryday(wordStem)];
    found.push(...mended(word, ending, near));
    roots.push(...sameRoot(wordStem, near));
  }
  found.sort((a, b) => a.distance - b.distance || b.cards - a.cards);
  const [best] = found;
  if (!best) return { readings: roots.slice(0, 3), distance: Number.POSITIVE_INFINITY };
  const close = [...new Map(found.map((one) => [one.stem, one])).values()]
    .filter(({ distance }) => distance <= best.distance + 0.25)
    .slice(0, 3);
  return {
    readings: close.map((one, at) => ({ stems: [one.stem], weight: at === 0 ? 0.85 : 0.6, shown: one.word })),
    distance: best.distance,
  };
}

/** Known words that begin as this one does, for verbs of known nouns: not an error, so nothing is shown as mended. */
function sameRoot(wordStem: string, near: readonly KnownStem[]): Reading[] {
  return near
    .filter(({ stem: known }) => {
      let common = 0;
      while (common < known.length && known[common] === wordStem[common]) common += 1;
      return common >= LEAST_ROOT && common >= Math.max(wordStem.length, known.length) * 0.6;
    })
    .map((known) => ({ stems: [known.stem], weight: 0.6, shown: null }));
}

/** One slip of the finger is likelier than two words that happen to stand in it; two words are likelier than two slips. */
export async function mendOrPart(ctx: Context, guess: Guess, knows: Knows): Promise<Reading[]> {
  const { readings, distance } = await mend(ctx, guess);
  if (distance <= ONE_SLIP) return readings;
  const parts = readingsOfParts(guess.pairs.filter((stems) => stems.every(knows)));
  return parts.length > 0 ? parts : readings;
}
