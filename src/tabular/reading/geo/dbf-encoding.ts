import { isUtf8 } from 'node:buffer';
import type { Encoding } from '../../text-table.ts';
import { legacyEncoding } from '../encoding.ts';
import { decodeSample } from '../text-decoding.ts';

export type ByteDecoder = (bytes: Buffer) => string;

/** Code pages of dBASE language drivers (header byte 29) that tell the alphabet. */
const BY_LANGUAGE: Readonly<Record<number, Encoding | 'western'>> = {
  38: 'cp866',
  101: 'cp866',
  201: 'windows-1251',
  3: 'western',
};

/** The encoding a `.cpg` names: `UTF-8`, `1251`, `ANSI 1251`, `CP866`, `ISO 88591` …; null where it is none of ours. */
export function encodingOfCpg(text: string): Encoding | 'western' | null {
  const word = text.trim().toLowerCase();
  if (/utf-?8|65001/.test(word)) return 'utf-8';
  if (/1251/.test(word)) return 'windows-1251';
  if (/866|1125/.test(word)) return 'cp866';
  if (/koi8/.test(word)) return 'koi8-u';
  return /1252|8859[-_ ]?1$|latin-?1/.test(word) ? 'western' : null;
}

/**
 * Words with letters beyond ASCII: in Cyrillic ones all letters are such, in Western ones a few. One letter of `México` is no reason to read
 * it as Cyrillic.
 */
function looksWestern(sample: Buffer): boolean {
  let high = 0;
  let low = 0;
  for (const word of sample.toString('latin1').match(/[A-Za-z\u0080-\u00ff]+/g) ?? []) {
    const beyond = word.match(/[\u0080-\u00ff]/g)?.length ?? 0;
    if (beyond === 0) continue;
    high += beyond;
    low += word.length - beyond;
  }
  return high > 0 && low > high;
}

/** How the texts of a dBASE table are written: as its `.cpg` says, else its header, else by the letters. */
export function dbfEncoding(cpg: string | null, language: number, sample: Buffer): Encoding | 'western' {
  const named = (cpg === null ? null : encodingOfCpg(cpg)) ?? BY_LANGUAGE[language] ?? null;
  // what is called UTF-8 and is not was written by a program that did not look
  if (named !== null && !(named === 'utf-8' && !isUtf8(sample))) return named;
  if (isUtf8(sample)) return 'utf-8';
  return looksWestern(sample) ? 'western' : legacyEncoding(sample);
}

/** `western`: Windows-1252, which DBF files of that mark are written in. */
export function decoderOf(encoding: Encoding | 'western'): ByteDecoder {
  if (encoding !== 'western') return (bytes) => decodeSample(bytes, encoding);
  const decoder = new TextDecoder('windows-1252');
  return (bytes) => decoder.decode(bytes);
}
