import { isStopWord, searchTokens } from '../../language/search-tokens.ts';
import facts from './facts/everyday-words.json';

/** What people say beside what lists, laws and titles say. Both are phrases in any word form. */
export interface EverydayGroup {
  readonly official: readonly string[];
  readonly everyday: readonly string[];
}

/** A phrase as search sees it: the stems that must all be asked, and what is then looked for as well. */
export interface EverydayPhrase {
  readonly stems: readonly string[];
  /** Stems of the official phrases, each phrase apart. */
  readonly official: readonly (readonly string[])[];
  /** Stems of the group's everyday words that are one word, the phrase itself among them: a title may be in everyday words too. */
  readonly alike: readonly string[];
}

const MOST_ALIKE = 40;

/** Stems of a phrase's telling words, each once, in order. */
export function phraseStems(phrase: string): string[] {
  return [...new Set(searchTokens(phrase).flatMap(({ word, stem }) => (isStopWord(word) ? [] : [stem])))];
}

/** The phrases of a group; a phrase of stop words alone asks nothing and is left out. */
export function phrasesOf({ official, everyday }: EverydayGroup): EverydayPhrase[] {
  const meant = official.map(phraseStems).filter((stems) => stems.length > 0);
  const asked = everyday.map(phraseStems).filter((stems) => stems.length > 0);
  const single = [...new Set(asked.flatMap((stems) => (stems.length === 1 ? stems : [])))].slice(0, MOST_ALIKE);
  return asked.map((stems) => ({ stems, official: meant, alike: single }));
}

/** Phrases by their first stem. */
export type EverydayIndex = ReadonlyMap<string, readonly EverydayPhrase[]>;

/** Phrases by the stem of their first word, so that a question looks at few of them. */
export function indexPhrases(groups: readonly EverydayGroup[]): EverydayIndex {
  const index = new Map<string, EverydayPhrase[]>();
  for (const phrase of groups.flatMap(phrasesOf)) {
    const [first = ''] = phrase.stems;
    const known = index.get(first);
    if (known) known.push(phrase);
    else index.set(first, [phrase]);
  }
  return index;
}

/** The product's own list; a city's additions come from its database. Constant, hence made once. */
export const EVERYDAY_WORDS: EverydayIndex = indexPhrases(facts.groups);

/** Every stem of the product's phrases: words that are right though no card has them. */
export const EVERYDAY_STEMS: ReadonlySet<string> = new Set(
  [...EVERYDAY_WORDS.values()].flatMap((phrases) => phrases.flatMap(({ stems }) => stems)),
);

/** The words of the product's phrases by their stems, each as it is first written there, folded. Made anew at each call. */
export function everydayWordsByStem(): Map<string, string> {
  const words = new Map<string, string>();
  for (const phrase of facts.groups.flatMap(({ everyday }) => everyday))
    for (const { stem, word } of searchTokens(phrase)) if (!words.has(stem)) words.set(stem, word);
  return words;
}

/** Phrases of the lists all of whose words are among the asked ones, longest first. */
export function matchingPhrases(asked: ReadonlySet<string>, indexes: readonly EverydayIndex[]): EverydayPhrase[] {
  return indexes
    .flatMap((index) => [...asked].flatMap((stem) => index.get(stem) ?? []))
    .filter(({ stems }) => stems.every((stem) => asked.has(stem)))
    .sort((a, b) => b.stems.length - a.stems.length);
}
