import { isUtf8 } from 'node:buffer';
import type { Encoding } from '../text-table.ts';
import { decodeSample } from './text-decoding.ts';

/** Encodings tried when a text is not UTF-8, in the order a Ukrainian office would produce them. */
export const LEGACY: readonly Encoding[] = ['windows-1251', 'koi8-u', 'cp866', 'utf-16le', 'utf-16be'];

/** How telling a letter is: the commonest letters of Ukrainian and Russian text count double. */
const COMMON = new Set('оаниіевтрслкупд');
const LETTERS = new Set('абвгґдеєжзиіїйклмнопрстуфхцчшщьюяыэъё');
/** What a Ukrainian text may hold beyond letters without looking like a wrong reading. */
const SIGNS = new Set('«»„“”’ʼ–—№…°§©™±²³·•€\u00a0\u00ad');

function scoreCharacter(character: string, previous: string): number {
  const lower = character.toLowerCase();
  if (!LETTERS.has(lower)) return SIGNS.has(character) ? 0 : -3;
  const isUpper = character !== lower;
  const afterLower = LETTERS.has(previous);
  // A capital inside a word of small letters: the sign of KOI8 read as Windows-1251 and the other way round.
  if (isUpper) return afterLower ? -3 : 0.5;
  const afterUpperInside = previous !== previous.toLowerCase() && LETTERS.has(previous.toLowerCase());
  return (COMMON.has(lower) ? 2 : 1) - (afterUpperInside ? 0.25 : 0);
}

/** How much the text looks like Ukrainian (or Russian), per non-ASCII character; below zero it does not. */
export function scoreText(text: string): number {
  let score = 0;
  let count = 0;
  let previous = ' ';
  for (const character of text) {
    if (character > '\u007f') {
      score += character === '\ufffd' ? -5 : scoreCharacter(character, previous);
      count += 1;
    }
    previous = character;
  }
  return count === 0 ? 0 : score / count;
}

/** UTF-16 without a mark is told by its zero and 0x04 bytes: always on one side of each pair. */
function wideWithoutMark(sample: Buffer): Encoding | null {
  const halves = [0, 0];
  const pairs = Math.floor(sample.length / 2);
  if (pairs < 2) return null;
  for (let at = 0; at < pairs * 2; at++) {
    const byte = sample[at] ?? 0;
    if (byte === 0 || byte === 0x04) halves[at % 2] = (halves[at % 2] ?? 0) + 1;
  }
  const [even = 0, odd = 0] = halves;
  if (sample.indexOf(0) === -1) return null;
  if (odd > pairs * 0.6 && even < pairs * 0.1) return 'utf-16le';
  if (even > pairs * 0.6 && odd < pairs * 0.1) return 'utf-16be';
  return null;
}

/** The encoding a byte order mark names, or null. */
export function encodingByMark(head: Buffer): Encoding | null {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8-bom';
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  return null;
}

/** Cuts a character that the end of the sample splits. */
export function wholeCharacters(sample: Buffer): Buffer {
  for (let back = 1; back <= Math.min(3, sample.length); back++) {
    const byte = sample[sample.length - back] ?? 0;
    if (byte < 0x80) break;
    if (byte >= 0xc0) {
      const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return length > back ? sample.subarray(0, sample.length - back) : sample;
    }
  }
  return sample;
}

/** Share of broken bytes among non-ASCII bytes of a sample read as UTF-8: a few of many are damage, not another encoding. */
export function mostlyUtf8(sample: Buffer): boolean {
  const text = new TextDecoder('utf-8').decode(wholeCharacters(sample));
  let good = 0;
  let bad = 0;
  for (const character of text) {
    if (character === '\ufffd') bad += 1;
    else if (character > '\u007f') good += 1;
  }
  return good >= 20 * bad && good > 0;
}

/** The one-byte encoding whose reading of the sample looks most like Ukrainian text. */
export function legacyEncoding(sample: Buffer): Encoding {
  let best: Encoding = 'windows-1251';
  let bestScore = Number.NEGATIVE_INFINITY;
  for (const encoding of ['windows-1251', 'koi8-u', 'cp866'] as const) {
    const score = scoreText(decodeSample(sample, encoding));
    if (score > bestScore + 0.01) {
      best = encoding;
      bestScore = score;
    }
  }
  return best;
}

/**
 * The encoding of a text by its first bytes.
 * @param head at least 64 KiB where the file has them
 * @returns 'utf-8' is provisional: the whole file is checked while it is read
 */
export function detectEncoding(head: Buffer): Encoding {
  const marked = encodingByMark(head);
  if (marked) return marked;
  const wide = wideWithoutMark(head);
  if (wide) return wide;
  if (isUtf8(wholeCharacters(head)) || mostlyUtf8(head)) return 'utf-8';
  return legacyEncoding(head);
}
