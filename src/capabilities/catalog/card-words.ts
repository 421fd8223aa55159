import { foldText } from '../../language/folding.ts';
import { searchTokens, trigramsOf } from '../../language/search-tokens.ts';
import { soundOf } from '../../language/sounds.ts';
import { stemOf } from '../../language/stemming.ts';
import type { Card } from './card.ts';
import { THEMES } from './themes.ts';

/** A word's place: A title, B keywords and number, C unit, D description and themes (columns are in no head). */
type Weight = 'A' | 'B' | 'C' | 'D';

/** tsvector keeps no position above this. */
const LAST_POSITION = 16_383;
const LONGEST_WORD = 100;
/** A tsvector holds 1 MB; thousands of columns with long titles could be more. Bytes of stems that are kept; columns come last. */
const MOST_BYTES = 500_000;

function placesOf(parts: readonly (readonly [Weight, string])[]): ReadonlyMap<string, readonly string[]> {
  const places = new Map<string, string[]>();
  let position = 0;
  let bytes = 0;
  for (const [weight, text] of parts) {
    for (const token of searchTokens(text)) {
      position += 1;
      if (token.stem.length > LONGEST_WORD || bytes > MOST_BYTES) continue;
      const known = places.get(token.stem) ?? [];
      if (known.length === 0) bytes += Buffer.byteLength(token.stem) + 4;
      // one place for each weight is enough: search has no phrases
      if (known.some((place) => place.endsWith(weight))) continue;
      places.set(token.stem, [...known, `${Math.min(position, LAST_POSITION)}${weight}`]);
    }
  }
  return places;
}

function weighted(parts: readonly (readonly [Weight, string])[]): string {
  return [...placesOf(parts)].map(([stem, all]) => `${quoted(stem)}:${all.join(',')}`).join(' ');
}

/** A lexeme in the text form of tsvector and tsquery. */
export function quoted(stem: string): string {
  return `'${stem.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
}

function headParts(card: Card): (readonly [Weight, string])[] {
  return [
    ['A', card.passport.title],
    ['B', card.passport.keywords.join(' ')],
    ['B', card.number],
    ['C', card.unit.name],
    ['D', card.passport.description],
    ['D', card.passport.themes.map((theme) => THEMES[theme]?.uk ?? '').join(' ')],
  ];
}

function columnParts(card: Card): (readonly [Weight, string])[] {
  const fields = card.resources.flatMap((resource) =>
    resource.fields.filter((field) => field.sensitivity === 'open').map((field) => `${field.title} ${field.name}`),
  );
  return [
    ['D', card.resources.map((resource) => resource.title).join(' ')],
    ['D', fields.join(' ')],
  ];
}

/**
 * By which rules cards are cut into words: one more whenever stems or places change, then `catalog.index-cards` writes all cards anew.
 */
export const ANALYSIS = 4;

/**
 * Stands before a stem that only columns and file titles have. «Адреса» is a column of every second table: such cards answer only where few others
 * do, and how rare a word is is counted without them.
 */
export const OF_COLUMNS = '@';

/** What search keeps of a card. */
export interface CardVectors {
  /** Text form of a tsvector: title, keywords, unit, description with places and weights; decides the order. */
  readonly head: string;
  /** Text form of a tsvector: all words without places, those of columns alone marked by `OF_COLUMNS`; decides what is found. */
  readonly search: string;
  /** All stems of `search`. */
  readonly stems: readonly string[];
}

/** The words of a card for search. */
export function cardVectors(card: Card): CardVectors {
  const head = headParts(card);
  // without places the vector is half as large, and counting answers reads half the pages
  const own = new Set(placesOf(head).keys());
  const stems = [...placesOf([...head, ...columnParts(card)]).keys()].map((stem) =>
    own.has(stem) ? stem : OF_COLUMNS + stem,
  );
  return { head: weighted(head), search: stems.map(quoted).join(' '), stems };
}

/** All formats of a card, upper case, each once, in order. */
export function cardFormats(card: Card): string[] {
  const formats = card.resources.flatMap((resource) => resource.formats.map((format) => format.toUpperCase()));
  return [...new Set(formats)].sort();
}

/** A stem of the catalog with one of its words as people write it. */
export interface CardStem {
  readonly stem: string;
  /** Null for words of columns: nobody is led to them by a mended typing error. */
  readonly word: string | null;
  readonly sound: string;
  readonly trigrams: readonly string[];
}

const WRITTEN = /\p{L}[\p{L}\p{M}]*(?:['’ʼ]\p{L}+)*/gu;
const SHORTEST_WORD = 3;

/** Words of the title, the keywords, the unit's name and the description: stem → the shortest word that gives it. */
function wordsForPeople(card: Card): Map<string, string> {
  const text = headParts(card)
    .map(([, part]) => part)
    .join(' ');
  const words = new Map<string, string>();
  for (const written of text.match(WRITTEN) ?? []) {
    if (written.length < SHORTEST_WORD || written.length > LONGEST_WORD) continue;
    const stem = stemOf(foldText(written));
    const known = words.get(stem);
    const word = written.length <= 6 && written === written.toUpperCase() ? written : written.toLowerCase();
    if (known === undefined || word.length < known.length) words.set(stem, word);
  }
  return words;
}

/** The given stems of a card as the vocabulary keeps them. */
export function cardStems(card: Card, stems: readonly string[]): CardStem[] {
  const words = wordsForPeople(card);
  return stems.map((stem) => {
    const word = words.get(stem) ?? null;
    return word === null
      ? { stem, word, sound: '', trigrams: [] }
      : { stem, word, sound: soundOf(stem), trigrams: trigramsOf(stem) };
  });
}

/** Keywords of a card as a facet: as written, lower case, each once; not longer than an index takes. */
export function cardKeywords(card: Card): string[] {
  const tidy = card.passport.keywords.map((keyword) => keyword.trim().replace(/\s+/g, ' ').toLowerCase());
  return [...new Set(tidy)].filter((keyword) => keyword !== '' && keyword.length <= 200);
}
