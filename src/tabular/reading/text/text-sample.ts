import { open } from 'node:fs/promises';
import { readText } from '../text-decoding.ts';
import type { TextSpan } from './csv-records.ts';
import type { TextSample } from './sniff-dialect.ts';

const SAMPLE_BYTES = 256 * 1024;
const SAMPLE_LIMIT = 8 * 1024 * 1024;

export type FirstPart = TextSample & {
  /** No line ends within the limit. */
  readonly endless: boolean;
};

/** A text cut after its last line, if it has a line's end at all. */
function wholeLines(text: string): string | null {
  const end = Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r'), text.lastIndexOf('\u001e'));
  return end > 0 ? text.slice(0, end + 1) : null;
}

/** The beginning of a UTF-8 file, up to a line's end: 256 KiB, or up to 8 MiB where lines are very long; `endless` where no line ends even there. */
export async function readSample(path: string): Promise<FirstPart> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    for (let length = SAMPLE_BYTES; ; length *= 8) {
      const bytes = Buffer.alloc(Math.min(length, size));
      await file.read(bytes, 0, bytes.length, 0);
      const whole = bytes.length === size;
      const text = new TextDecoder('utf-8').decode(bytes, { stream: !whole });
      if (whole) return { text, whole, endless: text.length > SAMPLE_LIMIT && !/[\r\n]/.test(text) };
      const lines = wholeLines(text);
      if (lines !== null) return { text: lines, whole, endless: false };
      if (length >= SAMPLE_LIMIT) return { text: '', whole, endless: true };
    }
  } finally {
    await file.close();
  }
}

/** The beginning of one table of a file that holds several. Positions are in characters, as a reader counts them. */
export async function readPartSample(
  path: string,
  { start, end = Number.MAX_SAFE_INTEGER }: TextSpan,
): Promise<FirstPart> {
  let skip = start;
  let text = '';
  const length = Math.min(end - start, SAMPLE_BYTES);
  for await (const piece of readText({ path, encoding: 'utf-8' })) {
    const cut = Math.min(skip, piece.length);
    skip -= cut;
    text += piece.slice(cut);
    if (text.length >= length) break;
  }
  const whole = text.length >= end - start;
  if (whole) return { text: text.slice(0, end - start), whole, endless: false };
  return { text: wholeLines(text) ?? text, whole, endless: false };
}
