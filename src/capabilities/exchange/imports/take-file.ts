import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isRequestError } from '../../../kernel/errors.ts';
import type { Context } from '../../../platform/context.ts';
import { findResource, loadDataset } from '../../catalog/index.ts';
import {
  cancelReading,
  type FileKind,
  kindOfName,
  loadReading,
  receiveFile,
  startReading,
} from '../../ingest/index.ts';
import { type FetchedFile, fetchFile } from '../portal/ask-portal.ts';
import { PortalTrouble, type Trouble, trouble } from '../portal/trouble.ts';
import { changeFile } from './file-store.ts';
import { type ImportFile, MOST_TRIES } from './import.ts';
import { changeItem } from './item-store.ts';
import { heldTransaction, type Work } from './work.ts';

/** True for a file that has not arrived: not asked for yet, or cut off while it was handed to the reading. */
export async function isToTake(ctx: Context, { state, readingId }: ImportFile): Promise<boolean> {
  if (state === 'waiting') return true;
  if (state !== 'reading' || readingId === null) return false;
  const reading = await loadReading(ctx, readingId).catch(() => null);
  return reading?.state === 'receiving';
}

/** Fetches a file of a draft and hands it to the reading. What goes wrong with it is written beside it and holds nobody else. */
export async function takeFile(ctx: Context, work: Work, file: ImportFile): Promise<void> {
  if (file.tries >= MOST_TRIES) return fail(ctx, file, trouble('interrupted'));
  const anew = { tries: file.tries + 1, state: 'waiting', readingId: null } as const;
  await heldTransaction(ctx, work, (tx) => changeFile(tx.db, file.id, anew, tx.clock.now()));
  // an earlier try was killed while its bytes were handed over; forgotten first, so that nobody takes its end for the end of the file
  if (file.readingId !== null) await cancelReading(ctx, file.readingId);
  const folder = await ctx.objects.workFolder();
  try {
    const path = join(folder, 'carried');
    const { reach, limit } = work;
    const asPage = /\.html?$/i.test(file.fileName);
    const fetched = await fetchFile(ctx, file.url, path, { reach, limit, asPage });
    await handOver(ctx, work, file, { path, fetched });
    // one that came: what kills the next one is no fault of this dataset
    await changeItem(ctx.db, file.itemId, { tries: 0 }, ctx.clock.now());
  } catch (error) {
    if (error instanceof PortalTrouble) return await fail(ctx, file, error.trouble);
    if (!isRequestError(error)) throw error;
    await fail(ctx, file, { code: error.code, text: error.text });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function fail(ctx: Context, file: ImportFile, why: Trouble): Promise<void> {
  return changeFile(ctx.db, file.id, { state: 'failed', trouble: why }, ctx.clock.now());
}

async function handOver(
  ctx: Context,
  work: Work,
  file: ImportFile,
  { path, fetched }: { readonly path: string; readonly fetched: FetchedFile },
): Promise<void> {
  const resource = await findResource(ctx, file.resourceId);
  if (!resource || resource.kind === 'link') return fail(ctx, file, trouble('no-file-kept'));
  const kind: FileKind = resource.kind;
  // a name of the server's own is better only where it says the same kind of file
  const fileName = fetched.name !== null && kindOfName(fetched.name) === kind ? fetched.name : file.fileName;
  const readingId = await heldTransaction(ctx, work, async (tx) => {
    const reading = await startReading(tx, {
      datasetId: resource.datasetId,
      resourceId: resource.id,
      unitId: await unitOf(tx, resource.datasetId),
      fileName,
      size: fetched.size,
      kind,
      limit: work.limit,
    });
    const change = { state: 'reading', readingId: reading.id, trouble: null } as const;
    await changeFile(tx.db, file.id, change, tx.clock.now());
    return reading.id;
  });
  await receiveFile(ctx, readingId, path, work.limit);
}

async function unitOf(ctx: Context, datasetId: string): Promise<string> {
  return (await loadDataset(ctx, datasetId)).unitId;
}
