import type { AskedWord, Meaning } from './asked-words.ts';
import { OF_COLUMNS, quoted } from './card-words.ts';

/** So many meanings of a word are looked for, the surest first: each costs time in every search. */
const MOST_MEANINGS = 10;

function termOfStem(stem: string, begins: boolean, columns: boolean): string {
  const end = begins ? ':*' : '';
  const own = quoted(stem) + end;
  return columns ? `(${own} | ${quoted(OF_COLUMNS + stem)}${end})` : own;
}

function termOfMeaning({ stems, begins }: Meaning, columns: boolean): string {
  const terms = stems.map((stem, at) => termOfStem(stem, begins === true && at === stems.length - 1, columns));
  return terms.length === 1 ? (terms[0] ?? '') : `(${terms.join(' & ')})`;
}

/** A word in any of its meanings, as one tsquery term. */
function termOfWord({ meanings }: AskedWord, columns: boolean): string {
  const surest = meanings.toSorted((a, b) => b.weight - a.weight).slice(0, MOST_MEANINGS);
  const terms = [...new Set(surest.map((meaning) => termOfMeaning(meaning, columns)))];
  return terms.length === 1 ? (terms[0] ?? '') : `(${terms.join(' | ')})`;
}

/** «громадський», «міський», «комунальний»: whose a thing is, not what it is. */
const WHOSE = /(?:[сцз]ьк|^комунальн|^комуналн|^державн|^публічн)$/u;

/**
 * Words that decide what is found: weak ones only where nothing else was asked, unknown ones never. The most telling first. None where the word that
 * says what is asked is nowhere, and only «громадські» of «громадські вбиральні» is left.
 */
export function decidingWords(words: readonly AskedWord[]): AskedWord[] {
  const known = words.filter(({ telling, meanings }) => telling > 0 && meanings.length > 0);
  const strong = known.filter(({ weak }) => !weak);
  const nowhere = words.some(({ weak, stem }) => !weak && !WHOSE.test(stem)) && known.length < words.length;
  if (nowhere && strong.every(({ stem }) => WHOSE.test(stem))) return [];
  return (strong.length > 0 ? strong : known).toSorted((a, b) => b.telling - a.telling);
}

/**
 * Tsqueries in text form, from the strictest: cards with all words; with enough of them (two of the three most telling); with any of them, be it in
 * their columns.
 */
export interface QuestionMatches {
  readonly all: string;
  readonly enough: string;
  readonly any: string;
}

/** Null: there is no word to look for. */
export function matchesOf(words: readonly AskedWord[]): QuestionMatches | null {
  const deciding = decidingWords(words);
  if (deciding.length === 0) return null;
  const terms = deciding.map((word) => termOfWord(word, false));
  const all = terms.join(' & ');
  const any = deciding.map((word) => termOfWord(word, true)).join(' | ');
  const [first, second, third] = terms;
  const enough = third === undefined ? all : `${first} & (${second} | ${third}) | ${second} & ${third}`;
  return { all, enough, any };
}
