import type { Encoding } from '../../text-table.ts';
import { detectEncoding } from '../encoding.ts';

const NAMED: Readonly<Record<string, Encoding>> = {
  'utf-8': 'utf-8',
  utf8: 'utf-8',
  'windows-1251': 'windows-1251',
  cp1251: 'windows-1251',
  'win-1251': 'windows-1251',
  'koi8-u': 'koi8-u',
  'koi8-r': 'koi8-u',
  cp866: 'cp866',
  ibm866: 'cp866',
};

/** The encoding a document declares; null where it declares none that we know. */
export function declaredEncoding(head: Buffer): Encoding | null {
  const start = head.subarray(0, 1_000).toString('latin1');
  const xml = /^\s*(?:\u00ef\u00bb\u00bf)?\s*<\?xml[^>]*?encoding\s*=\s*["']([\w-]+)["']/i.exec(start);
  const html = /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(head.subarray(0, 16_384).toString('latin1'));
  return NAMED[(xml ?? html)?.[1]?.toLowerCase() ?? ''] ?? null;
}

/** What the bytes look like is believed where the declaration says UTF-8 and they are not: programs copy the first line. */
export function markupEncoding(head: Buffer): Encoding {
  const seen = detectEncoding(head);
  const declared = declaredEncoding(head);
  if (declared === null || seen === 'utf-16le' || seen === 'utf-16be' || seen === 'utf-8-bom') return seen;
  return declared === 'utf-8' ? seen : declared;
}
