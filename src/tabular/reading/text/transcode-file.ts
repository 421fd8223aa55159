import { closeSync, openSync, writeSync } from 'node:fs';
import { readText, type TextSource } from '../text-decoding.ts';

export interface Transcoded {
  readonly path: string;
  /** Characters that could not be read and stand as �. */
  readonly broken: number;
}

function countBroken(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\ufffd'); at !== -1; at = text.indexOf('\ufffd', at + 1)) count += 1;
  return count;
}

/** Writes the text as UTF-8 without a mark to `outPath`, piece by piece. */
export async function transcodeFile(source: TextSource, outPath: string): Promise<Transcoded> {
  const file = openSync(outPath, 'w');
  let broken = 0;
  try {
    for await (const text of readText(source)) {
      broken += countBroken(text);
      writeSync(file, text);
    }
  } finally {
    closeSync(file);
  }
  return { path: outPath, broken };
}
