import { clippedWord, compoundParts, wordPairs } from '../../language/compounds.ts';
import { foldText } from '../../language/folding.ts';
import type { AskedToken } from '../../language/search-tokens.ts';
import { soundOf } from '../../language/sounds.ts';
import { stemOf } from '../../language/stemming.ts';
import { OF_COLUMNS } from './card-words.ts';
import type { FirstLook } from './vocabulary-store.ts';

/** How a word was read, and the word to show people where it was not read as typed. */
export interface Reading {
  readonly stems: readonly string[];
  readonly weight: number;
  readonly shown: string | null;
}

/** What may be asked by one word, before it is known which of it the catalog has. */
export interface Guess {
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

export const stem = (word: string): string => stemOf(foldText(word));

/** Everything a word may be, before the catalog is asked. @param next the word after it: two words may be one */
export function guessOf(token: AskedToken, next: AskedToken | undefined): Guess {
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

/** The same stems, and as they stand for columns. */
export const withColumns = (stems: readonly string[]): string[] => stems.flatMap((one) => [one, OF_COLUMNS + one]);

/** All stems the guesses need to know about. */
export function stemsToLookUp(guesses: readonly Guess[]): string[] {
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
export type Knows = (stem: string) => boolean;

/** How an unknown word may be read, the likeliest kind alone: another layout, Latin letters, a compound. */
export function otherReadings(guess: Guess, look: FirstLook, knows: Knows): Reading[] {
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
  return readingsOfParts(guess.compounds.filter((stems) => stems.every(knows)));
}

/** Joined words taken apart: both parts, or the second alone, which says what the thing is. */
export function readingsOfParts(pairs: readonly (readonly string[])[]): Reading[] {
  const rests = new Set(pairs.flatMap((stems) => stems.slice(-1)));
  return [
    ...pairs.slice(0, 4).map((stems) => ({ stems, weight: 0.92, shown: null })),
    ...[...rests].slice(0, 2).map((rest) => ({ stems: [rest], weight: 0.45, shown: null })),
  ];
}
