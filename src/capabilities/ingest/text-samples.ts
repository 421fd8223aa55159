import type { Context } from '../../platform/context.ts';
import { type Encoding, readingSamples } from '../../tabular/index.ts';
import { headOf } from './file-head.ts';
import { contentOf } from './file-kind-rules.ts';
import { loadForEditing } from './load-reading.ts';
import { wrongState } from './reading-rules.ts';

const SAMPLE_LINES = 2;
/** Characters shown of a sample. */
const SAMPLE_LENGTH = 160;

/**
 * The beginning of a text file as each way of reading letters shows it, the likeliest first, so that a person picks the readable one. Empty for
 * workbooks.
 */
export async function textSamples(ctx: Context, id: string): Promise<{ encoding: Encoding; sample: string }[]> {
  const { reading } = await loadForEditing(ctx, id);
  if (reading.original === null) throw wrongState(reading);
  const path = await ctx.objects.localPath(reading.original);
  if (contentOf(await headOf(path)) === 'zip') return [];
  const samples = await readingSamples(path, SAMPLE_LINES);
  return samples.map(({ encoding, lines }) => ({
    encoding: encoding === 'utf-8-bom' ? 'utf-8' : encoding,
    sample: lines.join(' ').replace(/\s+/g, ' ').trim().slice(0, SAMPLE_LENGTH),
  }));
}
