import { foldLookAlikes, foldText } from './folding.ts';
import { fromLatin, onLatinLayout, onUkrainianLayout } from './keyboard.ts';
import { stemOf } from './stemming.ts';

/** One word of a text as search sees it. */
export interface SearchToken {
  /** The word as written, folded. */
  readonly word: string;
  readonly stem: string;
  /** Stands in very many titles («дані», «перелік»): beside other words it does not decide whether something is found. */
  readonly weak: boolean;
}

/** One word of a question: `stem` first, then what else may have been meant. */
export interface QueryToken extends SearchToken {
  /** Other stems that count as this word: Latin spelling, other keyboard layout. Typing errors will join them here. */
  readonly alternatives: readonly string[];
}

const STOP_WORDS = new Set(
  foldText(
    'а або без в від до для з за зі із і й його її їх їхній на не по при про та те ті то тощо у це ці цей ця чи що щодо як яка яке який які якої яких де коли під над між через також тому числі the of and in for on to',
  ).split(' '),
);

const WEAK_STEMS = new Set(
  ['дані', 'набір', 'інформація', 'відомості', 'перелік', 'список', 'реєстр', 'dataset', 'data'].map((word) =>
    stemOf(foldText(word)),
  ),
);

const WORD = /[\p{L}\p{M}\p{N}]+/gu;

/** `addressPostCode` is one word and its parts as well; `stop_name` is two; «ЦНАП» and `GTFS` are one. */
function withCamelParts(text: string): string {
  return text.replace(
    /[A-Za-z\d]*[a-z\d][A-Z][A-Za-z\d]*/g,
    (name) => `${name} ${name.replace(/(?<=[a-z\d])(?=[A-Z])/g, ' ')}`,
  );
}

function tokenOf(word: string): SearchToken {
  const stem = stemOf(word);
  return { word, stem, weak: WEAK_STEMS.has(stem) };
}

/** The words of a text for the search index, stop words left out; a word that occurs twice comes twice. */
export function searchTokens(text: string): SearchToken[] {
  const words = foldText(withCamelParts(text)).match(WORD) ?? [];
  return words.filter((word) => !STOP_WORDS.has(word)).map(tokenOf);
}

function alternativesOf(chunk: string, token: SearchToken): string[] {
  const words = /^[a-z]+$/.test(token.word)
    ? [...fromLatin(token.word), ...(foldText(onUkrainianLayout(chunk)).match(WORD) ?? [])]
    : [onLatinLayout(token.word)].filter((word) => /^[a-z]{2,}$/.test(word));
  return [...new Set(words.map((word) => stemOf(foldText(word))))].filter(
    (stem) => stem !== token.stem && stem.length >= 2 && !STOP_WORDS.has(stem),
  );
}

/**
 * The words of a question, stop words left out (unless there is nothing else), each once. Latin words carry their Ukrainian readings and
 * both layouts, so that `zupynky` and `pegbyrb` find «зупинки».
 */
export function queryTokens(text: string): QueryToken[] {
  const tokens = new Map<string, QueryToken>();
  for (const chunk of text.split(/\s+/u).filter((part) => part !== '')) {
    for (const word of foldText(foldLookAlikes(chunk)).match(WORD) ?? []) {
      const token = tokenOf(word);
      const known = tokens.get(token.stem);
      if (!known) tokens.set(token.stem, { ...token, alternatives: alternativesOf(chunk, token) });
    }
  }
  const all = [...tokens.values()];
  const telling = all.filter((token) => !STOP_WORDS.has(token.word));
  return telling.length > 0 ? telling : all;
}

/** Trigrams of a word with its borders, for finding close words: «сад» → ␣␣с ␣са сад ад␣. */
export function trigramsOf(word: string): string[] {
  const padded = `  ${word} `;
  const trigrams = new Set<string>();
  for (let at = 0; at + 3 <= padded.length; at += 1) trigrams.add(padded.slice(at, at + 3));
  return [...trigrams];
}
