import { clippedWord, compoundParts, wordPairs } from '../../language/compounds.ts';
import { foldText } from '../../language/folding.ts';
import { type AskedToken, askedTokens, searchTokens, trigramsOf } from '../../language/search-tokens.ts';
import { soundOf } from '../../language/sounds.ts';
import { mostTypingErrors, typingDistance } from '../../language/spelling.ts';
import { stemOf } from '../../language/stemming.ts';
import type { Context } from '../../platform/context.ts';
import { type AskedWord, type Meaning, tellingOfAll, type Understanding, type Vocabulary } from './asked-words.ts';
import {
  EVERYDAY_STEMS,
  EVERYDAY_WORDS,
  type EverydayPhrase,
  indexPhrases,
  matchingPhrases,
} from './everyday-words.ts';
import { type FirstLook, type KnownStem, selectCounts, selectFirstLook, selectNearStems } from './vocabulary-store.ts';

const LONGEST_QUESTION = 300;
const MOST_WORDS = 12;

/** In a catalog of data these say nothing: alone they ask for everything. */
const NOISE = new Set(searchTokens('дані набір інформація data dataset').map((token) => token.stem));

/** How a word was read, and the word to show people where it was not read as typed. */
interface Reading {
  readonly stems: readonly string[];
  readonly weight: number;
  readonly shown: string | null;
}

/** What may be asked by one word, before it is known which of it the catalog has. */
interface Guess {
  readonly token: AskedToken;
  readonly clipped: readonly string[];
  readonly compounds: readonly (readonly string[])[];
  readonly pairs: readonly (readonly string[])[];
  readonly layouts: readonly { stem: string; word: string }[];
  readonly latin: readonly { stem: string; word: string }[];
  readonly sounds: readonly string[];
  /** Together with the next word as one: «спец техніка». */
  readonly joined: string | null;
}

/** The telling words of a question; «перелік», «реєстр» stay but weigh little, «дані» only where nothing else was asked. */
export function questionTokens(q: string): AskedToken[] {
  const tokens = askedTokens(q.slice(0, LONGEST_QUESTION)).filter((token) => !NOISE.has(token.stem));
  return tokens.slice(0, MOST_WORDS);
}

const stem = (word: string): string => stemOf(foldText(word));

function guessOf(token: AskedToken, next: AskedToken | undefined): Guess {
  const cyrillic = /^[а-яёіїєґ]+$/u.test(token.word);
  const latin = token.latin.map((word) => ({ word, stem: stem(word) }));
  return {
    token,
    clipped: clippedWord(token.word).map(stem),
    compounds: cyrillic
      ? compoundParts(token.word).flatMap(({ first, rest }) => first.map((word) => [stem(word), stem(rest)]))
      : [],
    pairs: cyrillic && token.word.length >= 8 ? wordPairs(token.word).map((pair) => pair.map(stem)) : [],
    layouts: token.layouts.map((word) => ({ word, stem: stem(word) })),
    latin,
    sounds: latin.length === 0 ? [] : [...new Set([token.word, ...latin.map((one) => one.stem)].map(soundOf))],
    joined: next ? stem(token.word + next.word) : null,
  };
}

function stemsToLookUp(guesses: readonly Guess[]): string[] {
  const all = guesses.flatMap((guess) => [
    guess.token.stem,
    ...guess.clipped,
    ...guess.compounds.flat(),
    ...guess.pairs.flat(),
    ...[...guess.layouts, ...guess.latin].map((one) => one.stem),
    ...(guess.joined === null ? [] : [guess.joined]),
  ]);
  return [...new Set(all)].filter((one) => one.length >= 2);
}

/** A stem is known when a card has it or people's lists do. */
type Knows = (stem: string) => boolean;

function otherReadings(guess: Guess, look: FirstLook, knows: Knows): Reading[] {
  const switched = guess.layouts
    .filter((one) => knows(one.stem))
    .map((one) => ({ stems: [one.stem], weight: 0.95, shown: one.word }));
  if (switched.length > 0) return switched;
  const spelt = guess.latin
    .filter((one) => knows(one.stem))
    .map((one) => ({ stems: [one.stem], weight: 0.95, shown: one.word }));
  const heard = guess.sounds.flatMap((sound) => look.sounds.get(sound) ?? []);
  const byEar = heard.map((known) => ({ stems: [known.stem], weight: 0.9, shown: known.word }));
  if (spelt.length + byEar.length > 0) return [...spelt, ...byEar].slice(0, 4);
  const whole = guess.compounds.filter((stems) => stems.every(knows));
  const pairs = whole.length > 0 ? whole : guess.pairs.filter((stems) => stems.every(knows));
  const rests = new Set(pairs.flatMap((stems) => stems.slice(-1)));
  return [
    ...pairs.slice(0, 4).map((stems) => ({ stems, weight: 0.92, shown: null })),
    ...[...rests].slice(0, 2).map((rest) => ({ stems: [rest], weight: 0.45, shown: null })),
  ];
}

const EVERYDAY_BY_TRIGRAM: ReadonlyMap<string, readonly string[]> = (() => {
  const index = new Map<string, string[]>();
  for (const one of EVERYDAY_STEMS)
    for (const trigram of trigramsOf(one)) {
      const known = index.get(trigram);
      if (known) known.push(one);
      else index.set(trigram, [one]);
    }
  return index;
})();

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
    for (const one of EVERYDAY_BY_TRIGRAM.get(trigram) ?? []) common.set(one, (common.get(one) ?? 0) + 1);
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

async function mend(ctx: Context, guess: Guess): Promise<Reading[]> {
  const words = /^[a-z]+$/.test(guess.token.word)
    ? [guess.token.word, ...guess.latin.slice(0, 2).map((one) => one.word), ...guess.layouts.map((one) => one.word)]
    : [guess.token.word];
  const found: Mended[] = [];
  for (const word of words) {
    if (word.length < 4) continue;
    const wordStem = stem(word);
    const ending = word.startsWith(wordStem) ? word.slice(wordStem.length) : '';
    const near = [...(await selectNearStems(ctx.db, trigramsOf(wordStem))), ...nearEveryday(wordStem)];
    found.push(...mended(word, ending, near));
  }
  found.sort((a, b) => a.distance - b.distance || b.cards - a.cards);
  const [best] = found;
  if (!best) return [];
  const close = [...new Map(found.map((one) => [one.stem, one])).values()]
    .filter(({ distance }) => distance <= best.distance + 0.25)
    .slice(0, 3);
  return close.map((one, at) => ({ stems: [one.stem], weight: at === 0 ? 0.85 : 0.6, shown: one.word }));
}

interface ReadWord {
  readonly guess: Guess;
  readonly readings: readonly Reading[];
  readonly known: boolean;
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
  const knows: Knows = (one) => look.counts.has(one) || EVERYDAY_STEMS.has(one) || city.has(one);
  const read: ReadWord[] = [];
  for (const [at, guess] of guesses.entries()) {
    const own: Reading = { stems: [guess.token.stem], weight: 1, shown: null };
    const clipped = guess.clipped.filter(knows).map((one) => ({ stems: [one], weight: 0.7, shown: null }));
    if (literal || knows(guess.token.stem)) {
      read.push({ guess, readings: [own, ...clipped], known: true });
      continue;
    }
    const others = [...clipped, ...otherReadings(guess, look, knows)];
    const joined =
      guess.joined !== null && knows(guess.joined) ? [{ stems: [guess.joined], weight: 0.9, shown: null }] : [];
    const typing = at === guesses.length - 1 && look.begins;
    if (others.length + joined.length > 0) read.push({ guess, readings: [...joined, ...others], known: true });
    else if (typing) read.push({ guess, readings: [own], known: true });
    else {
      const right = await mend(ctx, guess);
      read.push({ guess, readings: right.length > 0 ? right : [own], known: right.length > 0 });
    }
  }
  return read;
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

function expand(read: readonly ReadWord[], look: FirstLook, beginning: string | null): Expanded[] {
  const asked = new Set(read.flatMap(({ readings }) => readings.flatMap(({ stems }) => stems)));
  const phrases = matchingPhrases(asked, [EVERYDAY_WORDS, indexPhrases(look.groups)]);
  return read.map((word, at) => {
    const own = new Set(word.readings.flatMap(({ stems }) => stems));
    const mine = phrases.filter(({ stems }) => stems.some((one) => own.has(one)));
    const longest = mine.reduce((most, { stems }) => Math.max(most, stems.length), 0);
    const meanings: Meaning[] = word.readings.map(({ stems, weight }) => ({ stems, weight }));
    const last = at === read.length - 1 && beginning !== null;
    if (last) meanings.push({ stems: [beginning], weight: 0.6, begins: true });
    meanings.push(...mine.flatMap((phrase) => meaningsOfPhrase(phrase, longest)));
    return { ...word, meanings };
  });
}

function shownOf(q: string, read: readonly ReadWord[]): string | null {
  const better = new Map(
    read.flatMap(({ guess, readings }) => {
      const shown = readings[0]?.shown;
      return shown ? [[guess.token.word, shown] as const] : [];
    }),
  );
  if (better.size === 0) return null;
  return q
    .trim()
    .split(/\s+/u)
    .map((chunk) => better.get(foldText(chunk)) ?? chunkWords(chunk, better))
    .join(' ');
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
 * @param literal take the words as they were typed
 */
export async function understandQuestion(
  ctx: Context,
  q: string,
  literal = false,
): Promise<{ understanding: Understanding; vocabulary: Vocabulary }> {
  const tokens = questionTokens(q);
  const guesses = tokens.map((token, at) => guessOf(token, tokens[at + 1]));
  const last = tokens.at(-1);
  const beginning = last && last.stem.length >= 3 && last.word.length >= 3 ? last.stem : null;
  const stems = stemsToLookUp(guesses);
  const look = await selectFirstLook(ctx.db, { stems, sounds: guesses.flatMap((guess) => guess.sounds), beginning });
  const read = await readWords(ctx, guesses, look, literal);
  const expanded = literal
    ? read.map((word) => ({
        ...word,
        meanings: word.readings.map(({ stems: own, weight }) => ({ stems: own, weight })),
      }))
    : expand(read, look, beginning);
  const wanted = new Set(expanded.flatMap(({ meanings }) => meanings.flatMap((meaning) => meaning.stems)));
  const counts = await selectCounts(ctx.db, [...wanted]);
  const vocabulary = { cards: look.cards, counts };
  const words = expanded.map((word) => askedWord(word, vocabulary));
  return {
    understanding: {
      words,
      corrected: shownOf(q, read),
      unknown: words.filter(({ telling }) => telling === 0).map(({ shown }) => shown),
    },
    vocabulary,
  };
}

function askedWord({ guess, readings, meanings }: Expanded, vocabulary: Vocabulary): AskedWord {
  const possible = meanings.filter(({ stems, begins }) => begins || stems.some((one) => vocabulary.counts.has(one)));
  const telling = possible.reduce(
    (most, { stems, weight, begins }) =>
      Math.max(most, begins ? weight * Math.log(1 + vocabulary.cards / 3) : weight * tellingOfAll(stems, vocabulary)),
    0,
  );
  const { word, stem: own, weak } = guess.token;
  return { shown: readings[0]?.shown ?? word, stem: own, weak, meanings: possible, telling };
}
