import { OF_COLUMNS } from './card-words.ts';

/** A word that only columns have decides less. */
const COLUMNS_TELL = 0.5;

/** One way a word of a question may be meant: all its stems together. */
export interface Meaning {
  readonly stems: readonly string[];
  /** How sure we are, 0 … 1: the word itself is 1. */
  readonly weight: number;
  /** The asked word itself, as typed or as mended, not another word for it. */
  readonly asked?: boolean;
  /** The last stem is only the beginning of a word: still being typed. */
  readonly begins?: boolean;
}

/** One word of a question with everything that counts as it. */
export interface AskedWord {
  /** As typed, folded; as corrected, when it was. */
  readonly shown: string;
  readonly stem: string;
  /** «дані», «перелік»: decides nothing beside other words. */
  readonly weak: boolean;
  readonly meanings: readonly Meaning[];
  /** How much the word tells: rare words more. 0: nobody has it, in any meaning. */
  readonly telling: number;
}

/** A question as it was understood. */
export interface Understanding {
  readonly words: readonly AskedWord[];
  /** The question with its typing errors mended, when some were; null otherwise. */
  readonly corrected: string | null;
  /** Words that no card has, in any meaning. */
  readonly unknown: readonly string[];
}

/** What the catalog knows of stems: in how many cards each stands. */
export interface Vocabulary {
  /** Published cards in all. */
  readonly cards: number;
  readonly counts: ReadonlyMap<string, number>;
}

/** How much a stem tells: ln of how many cards there are for one with it; 0 where none has it. */
export function tellingOf(stem: string, { cards, counts }: Vocabulary): number {
  const count = counts.get(stem) ?? 0;
  if (count > 0) return Math.log(1 + (cards + 1) / (count + 0.5));
  const inColumns = counts.get(OF_COLUMNS + stem) ?? 0;
  return inColumns === 0 ? 0 : COLUMNS_TELL * Math.log(1 + (cards + 1) / (inColumns + 0.5));
}

/** Whether a published card has the stem, be it in its columns alone. */
export function isKnown(stem: string, counts: ReadonlyMap<string, number>): boolean {
  return counts.has(stem) || counts.has(OF_COLUMNS + stem);
}

/** The same for several stems together: their mean. */
export function tellingOfAll(stems: readonly string[], vocabulary: Vocabulary): number {
  return stems.reduce((sum, stem) => sum + tellingOf(stem, vocabulary), 0) / Math.max(1, stems.length);
}
