import { foldText } from '../../language/folding.ts';
import { trigramsOf } from '../../language/search-tokens.ts';
import { mostTypingErrors, typingDistance } from '../../language/spelling.ts';
import type { Context } from '../../platform/context.ts';
import { everydayWordsByStem } from './everyday-words.ts';
import { type Guess, type Knows, type Reading, readingsOfParts, stem } from './guess-words.ts';
import { type KnownStem, selectNearStems } from './vocabulary-store.ts';

let everydayByTrigram: ReadonlyMap<string, readonly KnownStem[]> | null = null;

/** The words of people's lists by their trigrams: constant, made when the first error is typed; processes that answer no questions never need it. */
function everydayTrigrams(): ReadonlyMap<string, readonly KnownStem[]> {
  if (everydayByTrigram !== null) return everydayByTrigram;
  const index = new Map<string, KnownStem[]>();
  for (const [one, word] of everydayWordsByStem())
    for (const trigram of trigramsOf(one)) {
      const entry: KnownStem = { stem: one, word, cards: 0 };
      const known = index.get(trigram);
      if (known) known.push(entry);
      else index.set(trigram, [entry]);
    }
  everydayByTrigram = index;
  return index;
}

const ONE_SLIP = 1;
/** A word read in other letters is a guess already: only a long one may have an error besides. */
const LEAST_IN_OTHER_LETTERS = 6;
/** Forms of verbs: «підтримано», «ремонтують». The noun of their root is no mended error. */
const OF_VERB = /(?:[аен]но|[аяеиіу]ти(?:ся)?|[аяую]ть(?:ся)?|[аиу]є(?:ться)?|[аяиів](?:в|ла|ло|ли)(?:ся)?)$/u;
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
  const common = new Map<string, { known: KnownStem; count: number }>();
  for (const trigram of trigramsOf(word))
    for (const known of everydayTrigrams().get(trigram) ?? [])
      common.set(known.stem, { known, count: (common.get(known.stem)?.count ?? 0) + 1 });
  return [...common.values()]
    .filter(({ count }) => count >= 2)
    .sort((a, b) => b.count - a.count)
    .slice(0, 40)
    .map(({ known }) => known);
}

function mended(word: string, limit: number, near: readonly KnownStem[]): Mended[] {
  const wordStem = stem(word);
  return near
    .map((known) => {
      const byStem = typingDistance(wordStem, known.stem, limit);
      const byWord = known.word === null ? Number.POSITIVE_INFINITY : typingDistance(word, foldText(known.word), limit);
      return {
        stem: known.stem,
        word: known.word ?? known.stem,
        distance: Math.min(byStem, byWord),
        cards: known.cards,
      };
    })
    .filter(({ distance }) => distance <= limit)
    .sort((a, b) => a.distance - b.distance || b.cards - a.cards);
}

/** A right word for a mistyped one and how far it is; where there is none, words of the same root («забудовує» → «забудова»). */
async function mend(ctx: Context, guess: Guess): Promise<{ readings: Reading[]; distance: number }> {
  const own = guess.token.word;
  const others = /^[a-z]+$/.test(own) ? [...guess.latin.slice(0, 2), ...guess.layouts].map((one) => one.word) : [];
  const found: Mended[] = [];
  const roots: Reading[] = [];
  for (const word of [own, ...others]) {
    if (word.length < (word === own ? 4 : LEAST_IN_OTHER_LETTERS)) continue;
    const wordStem = stem(word);
    const limit = word === own ? mostTypingErrors(Math.max(wordStem.length, 4)) : ONE_SLIP;
    const near = [...(await selectNearStems(ctx.db, trigramsOf(wordStem))), ...nearEveryday(wordStem)];
    found.push(...mended(word, limit, near));
    if (word === own) roots.push(...sameRoot(wordStem, near));
  }
  found.sort((a, b) => a.distance - b.distance || b.cards - a.cards);
  const [best] = found;
  if (!best) return { readings: roots.slice(0, 3), distance: Number.POSITIVE_INFINITY };
  const close = [...new Map(found.toReversed().map((one) => [one.stem, one])).values()]
    .reverse()
    .filter(({ distance }) => distance <= best.distance + 0.25)
    .slice(0, 3);
  return {
    readings: close.map((one, at) => ({
      stems: [one.stem],
      weight: at === 0 ? 0.85 : 0.6,
      shown: isOtherForm(own, one.stem) ? null : one.word,
    })),
    distance: best.distance,
  };
}

/** A form of a verb beside another word of its root: «підтримано» and «підтримка». */
function isOtherForm(word: string, known: string): boolean {
  const common = commonBeginning(word, known);
  return OF_VERB.test(word) && common >= LEAST_ROOT && common >= known.length - 2;
}

function commonBeginning(one: string, other: string): number {
  let common = 0;
  while (common < other.length && other[common] === one[common]) common += 1;
  return common;
}

/** Known words that begin as this one does, for verbs of known nouns: not an error, so nothing is shown as mended. */
function sameRoot(wordStem: string, near: readonly KnownStem[]): Reading[] {
  return near
    .filter(({ stem: known }) => {
      const common = commonBeginning(wordStem, known);
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
