import { APOSTROPHES, foldLookAlikes, foldSpaces } from '../../language/folding.ts';

/**
 * A header as kinds are asked of it: « код єдрпоу », « address post code ». Lower case, no apostrophes, look-alike letters in one alphabet, names
 * of programs (`addressPostCode`, `post_code`) parted into words, every word surrounded by single spaces; `%` and `№` are words.
 */
export function headerWords(header: string): string {
  const parted = foldSpaces(header.normalize('NFC').replace(APOSTROPHES, ''))
    .replace(/[\p{L}\p{N}]+/gu, (word) => foldLookAlikes(word))
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/([%№])/gu, ' $1 ')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}%№]+/gu, ' ')
    .trim();
  return ` ${parted} `;
}
