import type { Context } from '../../platform/context.ts';
import type { Encoding } from '../../tabular/text-table.ts';
import { loadForEditing } from './load-reading.ts';
import { wrongState } from './reading-rules.ts';

/** What is offered to a person, the likeliest first, with the name decoders know it by. */
const DECODERS: readonly (readonly [Encoding, string])[] = [
  ['utf-8', 'utf-8'],
  ['windows-1251', 'windows-1251'],
  ['koi8-u', 'koi8-u'],
  ['cp866', 'ibm866'],
  ['utf-16le', 'utf-16le'],
  ['utf-16be', 'utf-16be'],
];
const SAMPLE_BYTES = 1000;
const SAMPLE_LETTERS = 160;

/** The beginning of a text file as each way of reading letters shows it, so that a person picks the readable one. Empty for workbooks. */
export async function textSamples(ctx: Context, id: string): Promise<{ encoding: Encoding; sample: string }[]> {
  const { reading } = await loadForEditing(ctx, id);
  if (reading.original === null) throw wrongState(reading);
  const pieces: Uint8Array[] = [];
  const end = Math.min(SAMPLE_BYTES, reading.size) - 1;
  for await (const piece of await ctx.objects.read(reading.original, { start: 0, end })) pieces.push(piece);
  const bytes = Buffer.concat(pieces);
  if (bytes.subarray(0, 2).toString('latin1') === 'PK') return [];
  return DECODERS.map(([encoding, label]) => ({
    encoding,
    sample: new TextDecoder(label).decode(bytes).replace(/\s+/g, ' ').trim().slice(0, SAMPLE_LETTERS),
  }));
}
