import { createReadStream } from 'node:fs';
import type { Encoding } from '../text-table.ts';

const LABELS: Record<Encoding, string> = {
  'utf-8': 'utf-8',
  'utf-8-bom': 'utf-8',
  'utf-16le': 'utf-16le',
  'utf-16be': 'utf-16be',
  'windows-1251': 'windows-1251',
  'koi8-u': 'koi8-u',
  cp866: 'ibm866',
  binary: 'utf-8',
};

/** CP1125 is the Ukrainian variant of CP866: eight letters differ. */
const UKRAINIAN_866: Readonly<Record<string, string>> = {
  Є: 'Ґ',
  є: 'ґ',
  Ї: 'Є',
  ї: 'є',
  Ў: 'І',
  ў: 'і',
  '°': 'Ї',
  '∙': 'ї',
};
const UKRAINIAN_866_LETTERS = /[ЄєЇїЎў°∙]/g;

function as1125(text: string): string {
  return text.replace(UKRAINIAN_866_LETTERS, (letter) => UKRAINIAN_866[letter] ?? letter);
}

/** In CP866 proper ў is a Belarusian letter; in a Ukrainian file that byte is і of CP1125, and it is everywhere. */
function is1125(text: string): boolean {
  return (text.match(/ў/g)?.length ?? 0) > (text.match(/ї/g)?.length ?? 0);
}

/** Decodes bytes known to be the beginning of a file; broken ones become �. */
export function decodeSample(bytes: Buffer, encoding: Encoding): string {
  const text = new TextDecoder(LABELS[encoding]).decode(bytes, { stream: true });
  return encoding === 'cp866' && is1125(text) ? as1125(text) : text;
}

export interface TextSource {
  readonly path: string;
  readonly encoding: Encoding;
  readonly signal?: AbortSignal | undefined;
  /** Told the bytes read so far. */
  readonly progress?: ((done: number) => void) | undefined;
}

/** The text of a file in pieces, without a byte order mark. Memory is flat in the file's size. */
export async function* readText(source: TextSource): AsyncGenerator<string> {
  const decoder = new TextDecoder(LABELS[source.encoding]);
  const stream = createReadStream(source.path, { highWaterMark: 1 << 18, signal: source.signal });
  let done = 0;
  let ukrainian866: boolean | null = source.encoding === 'cp866' ? null : false;
  for await (const chunk of stream) {
    const bytes = chunk as Buffer;
    done += bytes.length;
    const text = decoder.decode(bytes, { stream: true });
    ukrainian866 ??= is1125(text);
    yield ukrainian866 ? as1125(text) : text;
    source.progress?.(done);
  }
  const rest = decoder.decode();
  if (rest !== '') yield rest;
}
