import type { AskedWord, Meaning } from './asked-words.ts';
import { quoted } from './card-words.ts';

/** The part of a question's telling weight a card must have to be an answer where enough cards have it. */
const ENOUGH = 0.6;
const MOST_COMBINED = 7;

function termOfMeaning({ stems, begins }: Meaning): string {
  const terms = stems.map((stem, at) => quoted(stem) + (begins === true && at === stems.length - 1 ? ':*' : ''));
  return terms.length === 1 ? (terms[0] ?? '') : `(${terms.join(' & ')})`;
}

/** A word in any of its meanings, as one tsquery term. */
function termOfWord({ meanings }: AskedWord): string {
  const terms = [...new Set(meanings.map(termOfMeaning))];
  return terms.length === 1 ? (terms[0] ?? '') : `(${terms.join(' | ')})`;
}

/** Words that decide what is found: weak ones only where nothing else was asked, unknown ones never. */
export function decidingWords(words: readonly AskedWord[]): AskedWord[] {
  const known = words.filter(({ telling, meanings }) => telling > 0 && meanings.length > 0);
  const strong = known.filter(({ weak }) => !weak);
  return strong.length > 0 ? strong : known;
}

/** All smallest choices of words that tell enough of the whole. */
function enoughOf(words: readonly AskedWord[]): AskedWord[][] {
  const whole = words.reduce((sum, { telling }) => sum + telling, 0);
  const choices: AskedWord[][] = [];
  for (let bits = 1; bits < 1 << words.length; bits += 1) {
    const chosen = words.filter((_, at) => (bits >> at) & 1);
    const tells = chosen.reduce((sum, { telling }) => sum + telling, 0);
    const least = Math.min(...chosen.map(({ telling }) => telling));
    if (tells >= whole * ENOUGH && tells - least < whole * ENOUGH) choices.push(chosen);
  }
  return choices;
}

/** Tsqueries in text form, from the strictest: cards with all words, with enough of them, with any. Null: no word to look for. */
export interface QuestionMatches {
  readonly all: string;
  readonly enough: string;
  readonly any: string;
}

export function matchesOf(words: readonly AskedWord[]): QuestionMatches | null {
  const deciding = decidingWords(words);
  if (deciding.length === 0) return null;
  const all = deciding.map(termOfWord).join(' & ');
  const any = deciding.map(termOfWord).join(' | ');
  // the rarest words of a very long question decide alone
  const combined = deciding.toSorted((a, b) => b.telling - a.telling).slice(0, MOST_COMBINED);
  const enough = enoughOf(combined).map((choice) => `(${choice.map(termOfWord).join(' & ')})`);
  return { all, enough: enough.join(' | '), any };
}
