import { type Context, once } from '../../../platform/context.ts';
import { otherTables } from '../../../tabular/text-table.ts';
import type { Reading } from '../reading.ts';
import type { FilePart } from './part.ts';
import { selectSharing } from './part-store.ts';

/** Readings of the same file: the one it was given for first, then those of its other tables; cancelled ones left out. */
export function readingsOfFile(ctx: Context, reading: Pick<Reading, 'id' | 'partOf'>): Promise<Reading[]> {
  const mainId = reading.partOf ?? reading.id;
  return once(ctx, `ingest.sharing ${mainId}`, async () =>
    (await selectSharing(ctx, mainId)).map((stored) => stored.reading),
  );
}

/** The part of its file a reading takes: as read, else as asked. */
export function partNameOf(reading: Pick<Reading, 'source' | 'choices'>): string | null {
  return reading.source?.sheet ?? reading.choices.sheet ?? null;
}

/**
 * Every table of the file a reading was made of, in the file's order, with the reading that took it; one or none where the file has no more. The
 * caller has loaded the reading, so the right was asked.
 */
export async function partsOfFile(ctx: Context, reading: Reading): Promise<FilePart[]> {
  const all = reading.source?.sheets ?? [];
  const read = partNameOf(reading);
  const others = new Set(otherTables(all, read));
  const sheets = all.filter((sheet) => sheet.name === read || others.has(sheet));
  if (sheets.length < 2) return sheets.map((sheet) => ({ ...sheet, reading: null }));
  const sharing = await readingsOfFile(ctx, reading);
  return sheets.map((sheet) => {
    const taker = sharing.find((one) => partNameOf(one) === sheet.name);
    const inspection = taker && (taker.mended?.inspection ?? taker.inspection);
    const findings = inspection ? inspection.findings.filter(({ severity }) => severity !== 'advice').length : null;
    const taken = taker && { id: taker.id, resourceId: taker.resourceId, state: taker.state, findings };
    return { ...sheet, reading: taken ?? null };
  });
}
