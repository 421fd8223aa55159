import { personId } from '../../../kernel/actor.ts';
import { RequestError } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import { type Context, transaction } from '../../../platform/context.ts';
import type { ReadingChoices } from '../../../tabular/text-table.ts';
import { record } from '../../history/index.ts';
import { loadForEditing } from '../load-reading.ts';
import type { Reading } from '../reading.ts';
import { isRead, wrongState } from '../reading-rules.ts';
import { changeReading, insertReading, selectAccepted } from '../reading-store.ts';
import { EMPTY_READING } from '../start-reading.ts';
import { partNameOf } from './file-parts.ts';
import { putPart, selectSharing } from './part-store.ts';

/**
 * Takes one more table of a file that was read: a reading of its own for a resource of the same dataset, with its own recipe. The next file of the
 * resource the first was given for renews both. Throws `not-found` (code `no-such-part`), `conflict` (also `part-taken`), `forbidden`.
 * @param name the part's name in `source.sheets`
 */
export async function takePart(
  ctx: Context,
  from: string,
  wanted: { readonly resourceId: string; readonly name: string },
): Promise<Reading> {
  const { reading } = await loadForEditing(ctx, from);
  if (!isRead(reading) || reading.original === null) throw wrongState(reading);
  const sheet = reading.source?.sheets.find(({ name }) => name === wanted.name);
  if (!sheet) throw noSuchPart(wanted.name);
  const sharing = (await selectSharing(ctx, reading.partOf ?? reading.id)).map((stored) => stored.reading);
  // asked anew: a button pressed twice must not make two resources of one table
  if (sharing.some((one) => partNameOf(one) === sheet.name)) throw partTaken(sheet.name);
  const [main = reading] = sharing;
  const part = {
    resourceId: wanted.resourceId,
    mainResourceId: main.resourceId,
    datasetId: main.datasetId,
    name: sheet.name,
    headers: sheet.headers ?? [],
  };
  return transaction(ctx, async (tx) => {
    await putPart(tx, part);
    return startSharing(tx, main, { ...part, choices: howRead(main, sheet.name) });
  });
}

/** Letters and delimiter belong to the whole file, the header row to one table of it. */
function howRead({ choices }: Reading, sheet: string): ReadingChoices {
  const { encoding, delimiter } = choices;
  return { ...(encoding ? { encoding } : {}), ...(delimiter ? { delimiter } : {}), sheet };
}

/**
 * A reading of another table of the file `main` was given for, begun at once. It has the bytes for itself (stores link them), so neither
 * depends on what becomes of the other. In the caller's transaction.
 */
export async function startSharing(
  ctx: Context,
  main: Reading,
  wanted: { readonly resourceId: string; readonly name: string; readonly choices: ReadingChoices },
): Promise<Reading> {
  if (main.original === null) throw wrongState(main);
  const previous = await selectAccepted(ctx, wanted.resourceId);
  const now = ctx.clock.now();
  const id = newId(now.getTime());
  const { key } = await ctx.objects.copy(main.original, 'restricted', id);
  try {
    const reading: Reading = {
      ...EMPTY_READING,
      id,
      datasetId: main.datasetId,
      resourceId: wanted.resourceId,
      unitId: main.unitId,
      partOf: main.id,
      kind: 'table',
      fileName: main.fileName,
      size: main.size,
      originalPublic: false,
      choices: wanted.choices,
      recipe: previous?.recipe ?? [],
      recipeAccepted: previous !== null,
      createdAt: now,
      changedAt: now,
    };
    await insertReading(ctx, reading, personId(ctx.actor));
    const received = { state: 'received', original: key, originalSha256: main.originalSha256 } as const;
    const revision = await changeReading(ctx, id, received);
    await record(ctx, {
      deed: 'file.part-taken',
      subject: { kind: 'dataset', id: main.datasetId, name: main.fileName, unitId: main.unitId },
      after: { part: wanted.name, resourceId: wanted.resourceId },
    });
    await ctx.emit(ctx.db, { name: 'upload-received', readingId: id, revision });
    return { ...reading, ...received };
  } catch (error) {
    await ctx.objects.discard(key);
    throw error;
  }
}

function partTaken(name: string): RequestError {
  return new RequestError('conflict', 'part-taken', {
    uk: `Таблицю «${name}» уже взято до набору. Оновіть сторінку: вона є в переліку.`,
    en: `The table “${name}” is in the dataset already. Reload the page: it stands in the list.`,
  });
}

function noSuchPart(name: string): RequestError {
  return new RequestError('not-found', 'no-such-part', {
    uk: `Таблиці «${name}» у файлі немає. Оновіть сторінку й оберіть зі списку.`,
    en: `The file has no table “${name}”. Reload the page and choose from the list.`,
  });
}
