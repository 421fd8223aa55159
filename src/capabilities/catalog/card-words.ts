import { foldText } from '../../language/folding.ts';
import { type SearchToken, searchTokens, trigramsOf } from '../../language/search-tokens.ts';
import { stemOf } from '../../language/stemming.ts';
import type { Card } from './card.ts';
import { THEMES } from './themes.ts';

/** How much a word's place counts: A title, B keywords, unit and number, C description and themes, D columns and file titles. */
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
    ['B', card.unit.name],
  ];
}

function bodyParts(card: Card): (readonly [Weight, string])[] {
  const fields = card.resources.flatMap((resource) =>
    resource.fields.filter((field) => field.sensitivity === 'open').map((field) => `${field.title} ${field.name}`),
  );
  return [
    ['B', card.number],
    ['C', card.passport.description],
    ['C', card.passport.themes.map((theme) => THEMES[theme]?.uk ?? '').join(' ')],
    ['D', card.resources.map((resource) => resource.title).join(' ')],
    ['D', fields.join(' ')],
  ];
}

/** The words of a card as two tsvectors in text form: `head` with places and weights decides the order, `search` what is found. */
export function cardVectors(card: Card): { head: string; search: string } {
  const head = headParts(card);
  // without places the vector is half as large, and counting answers reads half the pages
  const search = [...placesOf([...head, ...bodyParts(card)]).keys()].map(quoted).join(' ');
  return { head: weighted(head), search };
}

/** All formats of a card, upper case, each once, in order. */
export function cardFormats(card: Card): string[] {
  const formats = card.resources.flatMap((resource) => resource.formats.map((format) => format.toUpperCase()));
  return [...new Set(formats)].sort();
}

/** A word of the catalog as people write it, for "perhaps you meant". */
export interface CatalogWord {
  readonly word: string;
  readonly stem: string;
  readonly trigrams: string[];
}

const WRITTEN = /\p{L}[\p{L}\p{M}]*(?:['’ʼ]\p{L}+)*/gu;

/** Words of the title, the keywords and the unit's name, from four letters on. */
export function cardVocabulary(card: Card): CatalogWord[] {
  const text = headParts(card)
    .map(([, part]) => part)
    .join(' ');
  const written = new Set((text.match(WRITTEN) ?? []).map((word) => word.toLowerCase()));
  return [...written]
    .filter((word) => word.length >= 4 && word.length <= LONGEST_WORD)
    .map((word) => ({ word, stem: stemOf(foldText(word)), trigrams: trigramsOf(foldText(word)) }));
}

/** Stems by which a token counts as met, as one tsquery term; the last word of a question also by its beginning. */
export function termOf(token: SearchToken & { alternatives: readonly string[] }, isLast: boolean): string {
  const stems = [token.stem, ...token.alternatives].map(quoted);
  // a word still being typed; what stands in full counts twice, so whole words come first
  if (isLast && token.word.length >= 3 && token.stem.length >= 3) stems.push(`${quoted(token.stem)}:*`);
  return stems.length === 1 ? (stems[0] ?? '') : `(${stems.join(' | ')})`;
}
