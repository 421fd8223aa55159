import { foldName, foldText } from '../../language/folding.ts';
import { fromLatin } from '../../language/keyboard.ts';
import { stemOf } from '../../language/stemming.ts';
import { transliterate } from '../../language/transliterate.ts';
import facts from './facts/column-words.json';

/** What a heading says: meanings of its words, each once. */
export type Meanings = ReadonlySet<string>;

const stems = (text: string): string[] => (foldText(text).match(/[\p{L}\p{N}№]+/gu) ?? []).map(stemOf);

const CONCEPTS = new Map(
  Object.entries(facts.concepts).flatMap(([concept, words]) => stems(words).map((stem) => [stem, concept] as const)),
);
/** A phrase may say several things: «НГО» is a valuation, of money, by norms. */
const PHRASES = Object.entries(facts.phrases)
  .map(([phrase, said]) => [stems(phrase), said.split(' ')] as const)
  .toSorted(([a], [b]) => b.length - a.length);
const STOP = new Set(stems(facts.stop));
const WEAK: Readonly<Record<string, number>> = facts.weak;
const COMMON = new Set(facts.common.split(' '));
const MISTAKES = Object.entries(facts.mistakes);
const WORDINGS: Readonly<Record<string, readonly string[]>> = facts.wordings;

/** `addressPostCode`, `stop_name` and «Площа,кв.м» in parts; numbers and signs left out. */
function wordsOf(heading: string): string[] {
  const apart = heading.replace(/(?<=[a-z\d])(?=[A-Z])/g, ' ').replaceAll('_', ' ');
  return (foldText(apart).match(/[\p{L}\p{M}№]+(?:[/][\p{L}]\b)?/gu) ?? []).flatMap((word) => word.split('/'));
}

/** Stem of a word in Latin letters that structures have in Ukrainian; undefined where none has. */
export type LatinStem = (word: string) => string | undefined;

const NO_LATIN: LatinStem = () => undefined;

function withPhrases(words: readonly string[]): string[] {
  const meanings: string[] = [];
  for (let at = 0; at < words.length; ) {
    const phrase = PHRASES.find(([parts]) => parts.every((part, ahead) => words[at + ahead] === part));
    const word = words[at] ?? '';
    meanings.push(...(phrase?.[1] ?? [CONCEPTS.get(word) ?? word]));
    at += phrase ? phrase[0].length : 1;
  }
  return meanings;
}

/** «Дійсний з», «Діє до»: the last word says which end of a period it is. */
function endOfPeriod(words: readonly string[]): string[] {
  const last = words.length > 1 ? words.at(-1) : undefined;
  if (last === 'з' || last === 'від') return ['start'];
  return last === 'до' || last === 'по' ? ['end'] : [];
}

/**
 * What a heading says, in words that a structure may say otherwise: synonyms, forms of a word, English and Latin letters are one.
 * @param latin stems of Ukrainian words written in Latin letters
 */
export function meaningsOf(heading: string, latin: LatinStem = NO_LATIN): Meanings {
  const words = wordsOf(heading).map((word) => {
    const stem = stemOf(word);
    return CONCEPTS.has(stem) ? stem : (latin(word) ?? stem);
  });
  const meanings = [...withPhrases(words), ...endOfPeriod(words)];
  return new Set(meanings.filter((word) => word !== '' && !STOP.has(word)));
}

/** Reads words in Latin letters by the words these texts have in Ukrainian: `pryiniattia` → the stem of «прийняття». */
export function latinStems(texts: readonly string[]): LatinStem {
  const stems = new Map<string, string>();
  const known = new Set<string>();
  for (const word of texts.flatMap(wordsOf)) {
    const stem = stemOf(word);
    known.add(stem);
    stems.set(transliterate(word), stem);
  }
  return (word) => {
    if (!/^[a-z]+$/.test(word)) return undefined;
    return (
      stems.get(word) ?? (word.length < 3 ? undefined : guessStem(word, (one) => known.has(one) || CONCEPTS.has(one)))
    );
  };
}

function guessStem(word: string, known: (stem: string) => boolean): string | undefined {
  return fromLatin(word)
    .map((guess) => stemOf(foldText(guess)))
    .find(known);
}

/** How much a meaning says: «назва» and «номер» stand in every table. */
export function meaningWeight(meaning: string): number {
  return WEAK[meaning] ?? (meaning.length <= 2 ? 0.4 : 1);
}

/** True for headings that any table may have: «Назва», «Дата», «Адреса»; they tell little about what the table is. */
export function isCommon(meanings: Meanings): boolean {
  return [...meanings].every((meaning) => COMMON.has(meaning) || meaningWeight(meaning) < 0.5);
}

/** A machine name for comparing: case, separators and look-alike letters away, mistakes known from real files set right. */
export function comparedName(name: string): string {
  return MISTAKES.reduce((folded, [wrong, right]) => folded.replaceAll(wrong, right), foldName(name));
}

/** Other headings that clerks give to a field of that name, in one structure or in all. */
export function wordingsOf(structure: string, fieldName: string): readonly string[] {
  return WORDINGS[`${structure}.${fieldName}`] ?? WORDINGS[fieldName] ?? [];
}

/** All of them. */
export function allWordings(): readonly string[] {
  return Object.values(WORDINGS).flat();
}
