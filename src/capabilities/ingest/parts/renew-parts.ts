import type { Finding } from '../../../kernel/finding.ts';
import { type Context, transaction } from '../../../platform/context.ts';
import type { SheetInfo, TextTable } from '../../../tabular/text-table.ts';
import { cancelReading } from '../cancel-reading.ts';
import type { Reading } from '../reading.ts';
import { fileFinding } from '../reading-rules.ts';
import { selectAccepted, selectUnpublished } from '../reading-store.ts';
import type { Part } from './part.ts';
import { matchParts } from './part-rules.ts';
import { putPart, selectParts, selectSharing } from './part-store.ts';
import { startSharing } from './take-part.ts';

/**
 * The next file of a resource was read: the other tables taken from the file before are taken from this one too, each by the choices and the
 * recipe it had. Safe to repeat. A table that the file has no more stays as it was, and is told.
 * @returns what is to be told with the reading
 */
export async function renewParts(
  ctx: Context,
  main: Reading,
  { sheet: read, sheets }: Pick<TextTable, 'sheet' | 'sheets'>,
): Promise<Finding[]> {
  if (main.partOf !== null) return [];
  const parts = await selectParts(ctx, main.resourceId);
  if (parts.length === 0) return [];
  const own = sheets.filter(({ name }) => name !== read);
  const found = matchParts(parts, own);
  const sharing = (await selectSharing(ctx, main.id)).map(({ reading }) => reading.resourceId);
  for (const [at, part] of parts.entries()) {
    const sheet = found[at];
    if (sheet && !sharing.includes(part.resourceId)) await renew(ctx, main, part, sheet);
  }
  const gone = parts.filter((_, at) => !found[at]);
  return gone.length === 0 ? [] : [goneParts(gone)];
}

async function renew(ctx: Context, main: Reading, part: Part, { name, headers = [] }: SheetInfo): Promise<void> {
  const { resourceId } = part;
  const older = await selectUnpublished(ctx, resourceId);
  await transaction(ctx, async (tx) => {
    const before = await selectAccepted(tx, resourceId);
    await putPart(tx, { ...part, name, headers });
    await startSharing(tx, main, { resourceId, name, choices: { ...before?.choices, sheet: name } });
  });
  // the recipe was taken over: what was read of an earlier file and never published is of no use any more
  for (const id of older) await cancelReading(ctx, id);
}

function goneParts(parts: readonly Part[]): Finding {
  const names = (open: string, close: string) => parts.map(({ name }) => `${open}${name}${close}`).join(', ');
  return {
    ...fileFinding('part-gone', 'warning', {
      uk: `У файлі немає таблиць, які були в попередньому: ${names('«', '»')}. Їхні ресурси лишилися з минулими даними. Додайте ці таблиці до файлу й завантажте його ще раз або завантажте їх окремо.`,
      en: `The file lacks tables that the one before it had: ${names('“', '”')}. Their resources keep the earlier data. Add the tables to the file and upload it again, or upload them separately.`,
    }),
    count: parts.length,
  };
}
