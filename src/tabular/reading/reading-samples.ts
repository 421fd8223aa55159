import { open } from 'node:fs/promises';
import type { Encoding } from '../text-table.ts';
import { detectEncoding, encodingByMark, LEGACY, scoreText } from './encoding.ts';
import { decodeSample } from './text-decoding.ts';

/** The first lines of a text as they look in one encoding. */
export interface ReadingSample {
  readonly encoding: Encoding;
  readonly lines: readonly string[];
  /** The encoding we would choose. */
  readonly suggested: boolean;
}

const BYTES = 65_536;
const LINE_LENGTH = 200;

function telling(text: string, count: number): string[] {
  const lines = text
    .replace(/^\ufeff/, '')
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== '');
  // Lines with letters beyond ASCII show the difference; without any, the first lines will do.
  const letters = lines.filter((line) => [...line].some((character) => character > '\u007f'));
  return (letters.length > 0 ? letters : lines).slice(0, count).map((line) => line.slice(0, LINE_LENGTH));
}

/**
 * Shows the beginning of a text in each plausible encoding, the suggested one first, for a person to choose by eye.
 * @param count lines of each sample
 */
export async function readingSamples(path: string, count = 5): Promise<ReadingSample[]> {
  const file = await open(path, 'r');
  try {
    const bytes = Buffer.alloc(BYTES);
    const { bytesRead } = await file.read(bytes, 0, BYTES, 0);
    const head = bytes.subarray(0, bytesRead);
    const suggested = detectEncoding(head);
    const plausible = LEGACY.filter(
      (encoding) => encoding !== suggested && (!encoding.startsWith('utf-16') || encodingByMark(head) === encoding),
    )
      .map((encoding) => ({ encoding, score: scoreText(decodeSample(head, encoding)) }))
      .sort((a, b) => b.score - a.score)
      .map(({ encoding }) => encoding);
    const others: Encoding[] = suggested.startsWith('utf-8') ? plausible : ['utf-8', ...plausible];
    return [suggested, ...others].map((encoding) => ({
      encoding,
      lines: telling(decodeSample(head, encoding), count),
      suggested: encoding === suggested,
    }));
  } finally {
    await file.close();
  }
}
