/**
 * One form for texts that people see as the same: case, apostrophes, look-alike letters of two alphabets, spaces, invisible marks. Pure.
 * Folded text is for comparing and searching, never for showing.
 */

/** Cyrillic letter → the Latin letter that looks the same (facts 8.3). */
export const LOOK_ALIKES: Readonly<Record<string, string>> = {
  а: 'a',
  е: 'e',
  і: 'i',
  о: 'o',
  р: 'p',
  с: 'c',
  у: 'y',
  х: 'x',
  ї: 'ï',
  ј: 'j',
  ѕ: 's',
  А: 'A',
  В: 'B',
  Е: 'E',
  І: 'I',
  К: 'K',
  М: 'M',
  Н: 'H',
  О: 'O',
  Р: 'P',
  С: 'C',
  Т: 'T',
  У: 'Y',
  Х: 'X',
  Ї: 'Ï',
};

const CYRILLIC_OF = new Map(Object.entries(LOOK_ALIKES).map(([cyrillic, latin]) => [latin, cyrillic]));

/** Every mark that people type for the Ukrainian apostrophe; to be put inside the brackets of a regex. */
export const APOSTROPHE_MARKS = "'’ʼ`´‘‛′ʹ＇";
/** The same marks, to be replaced. */
export const APOSTROPHES = new RegExp(`[${APOSTROPHE_MARKS}]`, 'gu');

// soft hyphen, zero-width spaces and joiners, word joiner, byte order mark, direction marks
const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]/gu;
const CYRILLIC = /\p{Script=Cyrillic}/u;
const LATIN = /\p{Script=Latin}/u;
const WORD = /[\p{L}\p{M}\p{N}]+/gu;

/** Spaces of all kinds become one plain space, invisible marks disappear, ends are trimmed; letters stay as they are. */
export function foldSpaces(text: string): string {
  return text.replace(INVISIBLE, '').replace(/\s+/gu, ' ').trim();
}

/**
 * A word in which both alphabets are mixed, in the one it was meant in: the alphabet of its letters that have no twin decides; where none
 * has, Cyrillic. A word of one alphabet stays as it is. Case must not have been folded: «В» has a twin, «в» has none.
 */
export function foldLookAlikes(word: string): string {
  if (!CYRILLIC.test(word) || !LATIN.test(word)) return word;
  const letters = [...word];
  const latinForSure = letters.filter((letter) => LATIN.test(letter) && !CYRILLIC_OF.has(letter)).length;
  const cyrillicForSure = letters.filter((letter) => CYRILLIC.test(letter) && LOOK_ALIKES[letter] === undefined).length;
  if (latinForSure > cyrillicForSure) return letters.map((letter) => LOOK_ALIKES[letter] ?? letter).join('');
  return letters.map((letter) => CYRILLIC_OF.get(letter) ?? letter).join('');
}

/** The form in which texts are compared and searched: NFC, lower case, no apostrophes, one alphabet in a word, plain spaces. */
export function foldText(text: string): string {
  return foldSpaces(text.normalize('NFC').replace(APOSTROPHES, ''))
    .replace(WORD, (word) => foldLookAlikes(word))
    .toLowerCase();
}

/**
 * The form in which names of columns are compared: only letters and digits, lower case, all look-alikes as Latin ones. The official
 * structure's `legalActІdentifier` with a Cyrillic «І» equals `legal_act_identifier`.
 */
export function foldName(name: string): string {
  // in upper case every twin shows itself: «В» looks like B, «в» like nothing
  const letters = [...name.normalize('NFC').replace(APOSTROPHES, '').toUpperCase()];
  const latin = letters.map((letter) => LOOK_ALIKES[letter] ?? letter).join('');
  return latin.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
