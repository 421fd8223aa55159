import { z } from 'zod';
import { type Context, transaction } from '../../platform/context.ts';
import type { ReadingChoices } from '../../tabular/text-table.ts';
import { discardFiles } from './discard-files.ts';
import { loadForEditing } from './load-reading.ts';
import { wrongState } from './reading-rules.ts';
import { changeReading } from './reading-store.ts';

const Choices = z.object({
  encoding: z.enum(['utf-8', 'utf-8-bom', 'utf-16le', 'utf-16be', 'windows-1251', 'koi8-u', 'cp866']).optional(),
  delimiter: z.string().length(1).optional(),
  sheet: z.string().min(1).max(200).optional(),
  headerRow: z.number().int().min(0).max(10_000).nullable().optional(),
  hidden: z.literal('left-out').optional(),
});

/**
 * Reads the file again as the person says: another sheet, header row, or how its bytes are understood. Accepted repairs stay; types set
 * by hand are dropped, because columns may have moved. Allowed once the file was received, also after it was refused or parked.
 */
export async function changeChoices(ctx: Context, id: string, choices: ReadingChoices): Promise<void> {
  const given = Choices.parse(choices);
  const old = await transaction(ctx, async (tx) => {
    const { reading } = await loadForEditing(tx, id, true);
    if (reading.original === null || reading.kind !== 'table' || reading.publishedAt) throw wrongState(reading);
    const revision = await changeReading(tx, id, {
      state: 'received',
      progress: null,
      refusal: null,
      choices: given,
      source: null,
      inspection: null,
      textTable: null,
      mendedTable: null,
      mended: null,
      facts: null,
      types: {},
      typed: null,
    });
    await tx.emit(tx.db, { name: 'reading-choices-changed', readingId: id, revision });
    return reading;
  });
  await discardFiles(ctx, old, 'original');
}
