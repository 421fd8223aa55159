import {
  CYRILLIC,
  CYRILLIC_TWINS,
  INVISIBLE,
  LATIN,
  LATIN_TWINS,
  SPACES,
  TWO_ALPHABETS,
  UNTIDY,
} from '../types/characters.ts';
import { sqlText } from './predicate.ts';

/** Letters that are sure of their alphabet: they have no twin in the other. */
const SURE_LATIN = `[${without('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz', LATIN_TWINS)}]`;
const SURE_CYRILLIC = `[${without('АБВГҐДЕЄЖЗИІЇЙКЛМНОПРСТУФХЦЧШЩЬЮЯабвгґдеєжзиіїйклмнопрстуфхцчшщьюяЁёЪъЫыЭэ', CYRILLIC_TWINS)}]`;

function without(letters: string, taken: string): string {
  return [...letters].filter((letter) => !taken.includes(letter)).join('');
}

/** SQL: invisible characters gone, runs of spaces one space, none at the edges; nothing left is NULL. */
export function tidySpaces(value: string): string {
  const seen = `regexp_replace(${value}, '[${INVISIBLE}]+', '', 'g')`;
  const single = `regexp_replace(${seen}, '[${SPACES}]+', ' ', 'g')`;
  return `nullif(regexp_replace(${single}, '^\\s+|\\s+$', '', 'g'), '')`;
}

const toCyrillic = (word: string) => `translate(${word}, '${LATIN_TWINS}', '${CYRILLIC_TWINS}')`;
const toLatin = (word: string) => `translate(${word}, '${CYRILLIC_TWINS}', '${LATIN_TWINS}')`;

/** Where a word goes whose letters all have twins: to an alphabet, nowhere, or with its neighbours, which is enough to judge a value by. */
export type Undecided = 'latin' | 'cyrillic' | 'left' | 'neighbours';

/** A word whose letters all have twins: Roman numbers are Latin; of the rest («IОM», «BС1234AA») the word itself tells nothing. */
function undecided(word: string, whole: string, goes: Undecided): string {
  const roman = `regexp_full_match(${toLatin(word)}, '[IX]{2,}')`;
  if (goes !== 'neighbours') {
    const written = goes === 'left' ? word : goes === 'latin' ? toLatin(word) : toCyrillic(word);
    return `CASE WHEN ${roman} THEN ${toLatin(word)} ELSE ${written} END`;
  }
  return `CASE WHEN ${roman} THEN ${toLatin(word)}
    WHEN regexp_matches(${whole}, '${SURE_CYRILLIC}') THEN ${toCyrillic(word)}
    WHEN regexp_matches(${whole}, '${SURE_LATIN}|[0-9]') THEN ${toLatin(word)}
    ELSE ${toCyrillic(word)} END`;
}

/**
 * SQL: words that mix alphabets by look-alike letters become of one alphabet, that of their letters without a twin. A word that has such
 * letters of both («PDFфайл») mixes on purpose and is left.
 */
export function oneAlphabet(value: string, goes: Undecided = 'neighbours'): string {
  const letters = `${LATIN}${CYRILLIC}`;
  const word = `CASE WHEN NOT regexp_matches(w, '${TWO_ALPHABETS}') THEN w
    WHEN regexp_matches(w, '${SURE_CYRILLIC}') THEN CASE WHEN regexp_matches(w, '${SURE_LATIN}') THEN w ELSE ${toCyrillic('w')} END
    WHEN regexp_matches(w, '${SURE_LATIN}') THEN ${toLatin('w')}
    ELSE ${undecided('w', value, goes)} END`;
  // digits belong to the word: both ends of a number plate are of one alphabet
  return `array_to_string(list_transform(regexp_extract_all(${value}, '[${letters}0-9]+|[^${letters}0-9]+'), lambda w: ${word}), '')`;
}

/** SQL, true where `oneAlphabet` changes the value. */
export function mixesAlphabets(value: string, goes: Undecided = 'neighbours'): string {
  return `CASE WHEN regexp_matches(${value}, '${TWO_ALPHABETS}') THEN ${oneAlphabet(value, goes)} <> ${value} ELSE false END`;
}

/** SQL, true where a word mixes alphabets and none of its letters tells which it is of. */
export function isUndecided(value: string): string {
  return `CASE WHEN regexp_matches(${value}, '${TWO_ALPHABETS}') THEN ${oneAlphabet(value)} <> ${oneAlphabet(value, 'left')} ELSE false END`;
}

/** Found in every value that cleaning changes, and in some others. */
export const UNCLEAN = `${UNTIDY}|${TWO_ALPHABETS}`;

/** SQL: the value as its type and identifiers are judged, with spaces and look-alike letters put right; NULL where nothing is left. */
export function clean(value: string): string {
  const tidy = `CASE WHEN regexp_matches(${value}, ${sqlText(UNTIDY)}) THEN ${tidySpaces(value)} ELSE ${value} END`;
  // most values are clean: they are asked one regex
  return `CASE WHEN NOT regexp_matches(${value}, ${sqlText(UNCLEAN)}) THEN ${value}
    WHEN regexp_matches(${value}, ${sqlText(TWO_ALPHABETS)}) THEN ${oneAlphabet(`(${tidy})`)}
    WHEN regexp_matches(${value}, ${sqlText(`[${LATIN}][${INVISIBLE}]+[${CYRILLIC}]|[${CYRILLIC}][${INVISIBLE}]+[${LATIN}]`)})
      THEN ${oneAlphabet(tidySpaces(value))} ELSE ${tidySpaces(value)} END`;
}
