import { foldText } from '../../language/folding.ts';
import { type AskedToken, askedTokens, searchTokens } from '../../language/search-tokens.ts';
import type { Context } from '../../platform/context.ts';
import {
  type AskedWord,
  isKnown,
  type Meaning,
  tellingOfAll,
  type Understanding,
  type Vocabulary,
} from './asked-words.ts';
import {
  EVERYDAY_STEMS,
  EVERYDAY_WORDS,
  type EverydayPhrase,
  indexPhrases,
  matchingPhrases,
} from './everyday-words.ts';
import {
  type Guess,
  guessOf,
  type Knows,
  otherReadings,
  type Reading,
  stem,
  stemsToLookUp,
  withColumns,
} from './guess-words.ts';
import { mendOrPart } from './mend-words.ts';
import { type FirstLook, selectCounts, selectFirstLook } from './vocabulary-store.ts';

const LONGEST_QUESTION = 300;
const MOST_WORDS = 12;
/** So many meanings of a word are kept, the surest: each is looked for in every candidate. */
const MOST_MEANINGS = 14;

const stemsOf = (words: string): ReadonlySet<string> => new Set(searchTokens(words).map((token) => token.stem));

/** In a catalog of data these say nothing: alone they ask for everything. */
const NOISE = stemsOf('дані набір інформація data dataset');
/** In a city's catalog everything is about the city: beside other words these decide nothing. */
const EVERYWHERE = stemsOf(
  'місто міський громада місцевий рік кількість вулиця двір житель мешканець людина працювати працює звертатися дізнатися город городской улица жители city town street people',
);

/** How to take a question: as asked, as one still being typed, or word for word. */
export type HowToRead = 'asked' | 'typing' | 'literal';

/** The words of a question; «перелік», «дані», «міський» stay but decide nothing beside others; «дані» alone asks nothing. */
export function questionTokens(q: string): AskedToken[] {
  const tokens = askedTokens(q.slice(0, LONGEST_QUESTION)).slice(0, MOST_WORDS);
  if (tokens.every((token) => NOISE.has(token.stem))) return [];
  return tokens.map((token) => ({ ...token, weak: token.weak || NOISE.has(token.stem) || EVERYWHERE.has(token.stem) }));
}

interface ReadWord {
  readonly guess: Guess;
  readonly readings: readonly Reading[];
}

async function readWords(
  ctx: Context,
  guesses: readonly Guess[],
  look: FirstLook,
  literal: boolean,
): Promise<ReadWord[]> {
  const city = new Set(
    look.groups.flatMap(({ everyday }) => everyday.flatMap((phrase) => searchTokens(phrase).map((t) => t.stem))),
  );
  const knows: Knows = (one) => isKnown(one, look.counts) || EVERYDAY_STEMS.has(one) || city.has(one);
  const read: ReadWord[] = [];
  const readWhole = new Set<string>();
  for (const [at, guess] of guesses.entries()) {
    const own: Reading = { stems: [guess.token.stem], weight: 1, shown: null };
    if (literal) {
      read.push({ guess, readings: [own] });
      continue;
    }
    const { chunk } = guess.token;
    if (readWhole.has(chunk)) continue;
    const switched = wholeChunkOf(guess, guesses, knows);
    if (switched) {
      readWhole.add(chunk);
      read.push({ guess, readings: [switched] });
      continue;
    }
    const beside = readingsBeside(guess, guesses[at - 1], look, knows);
    if (knows(guess.token.stem)) {
      read.push({ guess, readings: [own, ...beside] });
      continue;
    }
    const others = [...beside, ...otherReadings(guess, look, knows)];
    const typing = at === guesses.length - 1 && look.begins;
    if (others.length > 0) read.push({ guess, readings: others });
    else if (typing) read.push({ guess, readings: [own] });
    else {
      const right = await mendOrPart(ctx, guess, knows);
      read.push({ guess, readings: right.length > 0 ? right : [own] });
    }
  }
  return read;
}

/** Marks and letters between two blanks as one word of the other layout, unless its pieces say something as they are. */
function wholeChunkOf({ token }: Guess, guesses: readonly Guess[], knows: Knows): Reading | null {
  if (token.wholeChunk === null || !knows(stem(token.wholeChunk))) return null;
  const pieces = guesses.filter((one) => one.token.chunk === token.chunk);
  if (pieces.every((one) => knows(one.token.stem))) return null;
  return { stems: [stem(token.wholeChunk)], weight: 0.95, shown: token.wholeChunk };
}

/** What a word may be though it is known: clipped, half of a joined word («відео нагляд»), a Ukrainian word in Latin letters (`transport`). */
function readingsBeside(guess: Guess, before: Guess | undefined, look: FirstLook, knows: Knows): Reading[] {
  const joined = [guess.joined, before?.joined ?? null].filter((one) => one !== null && knows(one));
  const inLatin = look.counts.has(guess.token.stem) ? [] : guess.latin.filter((one) => look.counts.has(one.stem));
  const plain = (weight: number) => (one: string) => ({ stems: [one], weight, shown: null });
  return [
    ...joined.flatMap((one) => (one === null ? [] : [plain(0.9)(one)])),
    ...guess.clipped.filter(knows).map(plain(0.7)),
    ...(knows(guess.token.stem) ? inLatin.map((one) => plain(0.85)(one.stem)) : []),
  ];
}

/** What a phrase of the lists adds to each of its words. */
function meaningsOfPhrase(phrase: EverydayPhrase, longest: number): Meaning[] {
  const sure = phrase.stems.length >= longest ? 1 : 0.55;
  return [
    ...phrase.official.map((stems, at) => ({ stems, weight: (at === 0 ? 0.93 : 0.8) * sure })),
    ...phrase.alike.map((one) => ({ stems: [one], weight: 0.4 * sure })),
  ];
}

interface Expanded extends ReadWord {
  readonly meanings: Meaning[];
}

function expand(read: readonly ReadWord[], look: FirstLook, beginning: string | null, how: HowToRead): Expanded[] {
  const asked = new Set(read.flatMap(({ readings }) => readings.flatMap(({ stems }) => stems)));
  const phrases = matchingPhrases(asked, [EVERYDAY_WORDS, indexPhrases(look.groups)]);
  return read.map((word, at) => {
    const own = new Set(word.readings.flatMap(({ stems }) => stems));
    const mine = phrases.filter(({ stems }) => stems.some((one) => own.has(one)));
    const longest = mine.reduce((most, { stems }) => Math.max(most, stems.length), 0);
    const meanings: Meaning[] = word.readings.map(({ stems, weight }) => ({ stems, weight, asked: true }));
    const asTyped = word.readings.some(({ stems }) => stems[0] === beginning);
    const whole = look.counts.has(beginning ?? '') && how !== 'typing';
    if (at === read.length - 1 && beginning !== null && look.begins && asTyped && !whole)
      meanings.push({ stems: [beginning], weight: 0.6, begins: true, asked: true });
    meanings.push(...mine.flatMap((phrase) => meaningsOfPhrase(phrase, longest)));
    return { ...word, meanings: withoutRepeats(meanings) };
  });
}

/** Each meaning once, with its greatest weight. */
function withoutRepeats(meanings: readonly Meaning[]): Meaning[] {
  const best = new Map<string, Meaning>();
  for (const meaning of meanings) {
    const key = `${meaning.begins === true}${meaning.stems.toSorted().join(' ')}`;
    if ((best.get(key)?.weight ?? 0) < meaning.weight) best.set(key, meaning);
  }
  return [...best.values()];
}

function shownOf(q: string, read: readonly ReadWord[]): string | null {
  const better = new Map(
    read.flatMap(({ guess: { token }, readings }) => {
      const shown = readings[0]?.shown;
      return shown ? [[shown === token.wholeChunk ? token.chunk : token.word, shown] as const] : [];
    }),
  );
  if (better.size === 0) return null;
  return q
    .trim()
    .split(/\s+/u)
    .map((chunk) => better.get(chunk) ?? better.get(foldText(chunk)) ?? chunkWords(chunk, better))
    .join(' ');
}

/** The word with its apostrophes and capital letters, where it is all there was between two blanks. */
function asTyped({ chunk, word }: AskedToken): string {
  const bare = chunk.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
  return foldText(bare) === word ? bare : word;
}

const chunkWords = (chunk: string, better: ReadonlyMap<string, string>): string => {
  // the other layout turns letters into marks («[», «;»): the whole chunk was one word
  const words = foldText(chunk).match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const [only] = words;
  return words.length === 1 && only !== undefined ? (better.get(only) ?? chunk) : chunk;
};

/**
 * Finds out what a question may mean: words of the catalog, of people's lists, of another keyboard layout, in Latin letters, joined, clipped or
 * mistyped. Two or three statements.
 * @param how `typing`: the last word may be only begun, though it is a word; `literal`: the words as they were typed
 */
export async function understandQuestion(
  ctx: Context,
  q: string,
  how: HowToRead = 'asked',
): Promise<{ understanding: Understanding; vocabulary: Vocabulary }> {
  const tokens = questionTokens(q);
  const guesses = tokens.map((token, at) => guessOf(token, tokens[at + 1]));
  const last = tokens.at(-1);
  const beginning = last && last.stem.length >= 3 && last.word.length >= 3 ? last.stem : null;
  const stems = withColumns(stemsToLookUp(guesses));
  const look = await selectFirstLook(ctx.db, { stems, sounds: guesses.flatMap((guess) => guess.sounds), beginning });
  const read = await readWords(ctx, guesses, look, how === 'literal');
  const expanded =
    how === 'literal'
      ? read.map((word) => ({
          ...word,
          meanings: word.readings.map(({ stems: own, weight }) => ({ stems: own, weight, asked: true })),
        }))
      : expand(read, look, beginning, how);
  const wanted = new Set(expanded.flatMap(({ meanings }) => meanings.flatMap((meaning) => meaning.stems)));
  const counts = await selectCounts(ctx.db, withColumns([...wanted]));
  const vocabulary = { cards: look.cards, counts };
  const words = expanded.map((word) => askedWord(word, vocabulary));
  return {
    understanding: {
      words,
      corrected: shownOf(q, read),
      unknown: expanded.flatMap(({ guess }, at) => (words[at]?.telling === 0 ? [asTyped(guess.token)] : [])),
    },
    vocabulary,
  };
}

function askedWord({ guess, readings, meanings }: Expanded, vocabulary: Vocabulary): AskedWord {
  const isThere = (one: string) => isKnown(one, vocabulary.counts);
  // parts of phrases only tell answers apart: a word none of whose meanings is there as a whole is nowhere
  const findable = meanings.some(({ stems, begins }) => begins || stems.every(isThere));
  const possible = meanings
    .filter(({ stems, begins }) => findable && (begins || stems.some(isThere)))
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MOST_MEANINGS);
  const telling = possible.reduce(
    (most, { stems, weight, begins }) =>
      Math.max(most, begins ? weight * Math.log(1 + vocabulary.cards / 3) : weight * tellingOfAll(stems, vocabulary)),
    0,
  );
  const { word, stem: own, weak } = guess.token;
  return { shown: readings[0]?.shown ?? word, stem: own, weak, meanings: possible, telling };
}
