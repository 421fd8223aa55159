import { APOSTROPHE_MARKS } from './folding.ts';

/**
 * Latin letters for Ukrainian text by resolution of the Cabinet of Ministers № 55 of 27.01.2010. Pure.
 * Russian letters, which stand in old names, are given the nearest reading so that no letter is lost.
 */

const INITIAL: Readonly<Record<string, string>> = { є: 'ye', ї: 'yi', й: 'y', ю: 'yu', я: 'ya' };

const LETTERS: Readonly<Record<string, string>> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'h',
  ґ: 'g',
  д: 'd',
  е: 'e',
  є: 'ie',
  ж: 'zh',
  з: 'z',
  и: 'y',
  і: 'i',
  ї: 'i',
  й: 'i',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'kh',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'shch',
  ь: '',
  ю: 'iu',
  я: 'ia',
  ы: 'y',
  э: 'e',
  ё: 'io',
  ъ: '',
};

const APOSTROPHES = new Set(APOSTROPHE_MARKS);

const isLetter = (character: string): boolean => /\p{L}/u.test(character);
const isUpper = (character: string): boolean =>
  character !== character.toLowerCase() && character === character.toUpperCase();

/** An apostrophe belongs to the word when a letter stands on both sides of it; otherwise it is a quotation mark. */
function insideWord(characters: readonly string[], at: number): boolean {
  return isLetter(characters[at - 1] ?? '') && isLetter(characters[at + 1] ?? '');
}

/** True where `at` begins a word: no letter before it, and no apostrophe of the word either. */
function beginsWord(characters: readonly string[], at: number): boolean {
  const before = characters[at - 1] ?? '';
  if (isLetter(before)) return false;
  return !(APOSTROPHES.has(before) && isLetter(characters[at - 2] ?? ''));
}

function latinOf(characters: readonly string[], at: number): string | null {
  const letter = (characters[at] ?? '').toLowerCase();
  // «зг» is zgh, so that it differs from «ж», zh
  if (letter === 'г' && (characters[at - 1] ?? '').toLowerCase() === 'з') return 'gh';
  const initial = INITIAL[letter];
  if (initial !== undefined && beginsWord(characters, at)) return initial;
  return LETTERS[letter] ?? null;
}

/** Gives the Latin letters the case of the Ukrainian one: «Щербухи» → Shch…, «ЩО» → SHCHO. */
function withCase(latin: string, characters: readonly string[], at: number): string {
  if (!isUpper(characters[at] ?? '')) return latin;
  const next = characters[at + 1] ?? '';
  const neighbour = isLetter(next) ? next : (characters[at - 1] ?? '');
  return isUpper(neighbour) ? latin.toUpperCase() : latin.charAt(0).toUpperCase() + latin.slice(1);
}

/**
 * Ukrainian letters by КМУ 55, everything else as it was: «Знам’янка» → Znamianka, «Згорани» → Zghorany.
 * The soft sign and the apostrophe inside a word are dropped.
 */
export function transliterate(text: string): string {
  const characters = [...text.normalize('NFC')];
  let latin = '';
  characters.forEach((character, at) => {
    if (APOSTROPHES.has(character) && insideWord(characters, at)) return;
    const letters = latinOf(characters, at);
    latin += letters === null ? character : withCase(letters, characters, at);
  });
  return latin;
}

/**
 * Part of an address: КМУ 55, lower case, words joined by hyphens, cut between words where that leaves at least half.
 * Never empty: a text without any letter or digit gives `bez-nazvy`.
 * @param maxLength in characters
 */
export function slugify(text: string, maxLength = 80): string {
  const words = transliterate(text)
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  if (words === '') return 'bez-nazvy';
  if (words.length <= maxLength) return words;
  const cut = words.slice(0, maxLength);
  if (words[maxLength] === '-') return cut;
  const lastBreak = cut.lastIndexOf('-');
  return (lastBreak >= maxLength / 2 ? cut.slice(0, lastBreak) : cut).replace(/-+$/, '');
}
