import { stat } from 'node:fs/promises';
import type { Finding } from '../../kernel/finding.ts';
import { type Context, transaction } from '../../platform/context.ts';
import type { StoredObject } from '../../platform/objects/object-store.ts';
import { record } from '../history/index.ts';
import { cancelReading } from './cancel-reading.ts';
import { headOf } from './file-head.ts';
import { refusalOfContent } from './file-kind-rules.ts';
import { loadForEditing } from './load-reading.ts';
import { deletePart } from './parts/part-store.ts';
import type { Reading } from './reading.ts';
import { wrongState } from './reading-rules.ts';
import { changeReading, lockUnpublished, selectReading } from './reading-store.ts';
import { refuseSize, UPLOAD_LIMIT } from './start-reading.ts';

/**
 * Takes a file that arrived whole: its content must be what its name says, then it is kept byte for byte with its checksum and the
 * reading begins in the background. The file at `path` is gone afterwards.
 * A bad content is not an error of the request: the reading becomes `refused` with the reason.
 * @param limit bytes, the same that startReading was told
 */
export async function receiveFile(
  ctx: Context,
  readingId: string,
  path: string,
  limit = UPLOAD_LIMIT,
): Promise<Reading> {
  const { reading } = await loadForEditing(ctx, readingId);
  if (reading.state !== 'receiving') {
    if (reading.original !== null) return reading; // told twice: a finished upload was resumed
    throw wrongState(reading);
  }
  const { size } = await stat(path);
  refuseSize(size, limit);
  const refusal = refusalOfContent(reading.fileName, reading.kind, await headOf(path));
  const kept = refusal ? null : await ctx.objects.takeFile('restricted', reading.id, path);
  let received: Reading;
  try {
    received = await transaction(ctx, (tx) => keep(tx, readingId, { refusal, kept, size }));
  } catch (error) {
    if (kept) await ctx.objects.discard(kept.key); // cancelled meanwhile: nothing names the bytes
    throw error;
  }
  if (refusal) return received;
  await deletePart(ctx, received.resourceId); // it has a file of its own now
  await cancelOlder(ctx, received);
  return received;
}

interface Arrived {
  readonly refusal: Finding | null;
  readonly kept: StoredObject | null;
  readonly size: number;
}

async function keep(tx: Context, readingId: string, { refusal, kept, size }: Arrived): Promise<Reading> {
  const { reading } = await loadForEditing(tx, readingId, true);
  if (reading.state !== 'receiving') throw wrongState(reading);
  const revision = await changeReading(tx, readingId, {
    state: refusal ? 'refused' : 'received',
    refusal,
    size,
    original: kept?.key ?? null,
    originalSha256: kept?.sha256 ?? null,
  });
  await record(tx, {
    deed: refusal ? 'file.refused' : 'file.received',
    subject: { kind: 'dataset', id: reading.datasetId, name: reading.fileName, unitId: reading.unitId },
    after: kept ? { sha256: kept.sha256, size } : { reason: refusal?.code },
  });
  await tx.emit(
    tx.db,
    refusal ? { name: 'reading-settled', readingId } : { name: 'upload-received', readingId, revision },
  );
  return (await selectReading(tx, readingId))?.reading ?? reading;
}

/**
 * A newer file takes the place of one not published yet; its recipe was taken over already. Of files that come at the same moment one stays:
 * whoever was cancelled meanwhile cancels nobody.
 */
function cancelOlder(ctx: Context, { id, resourceId }: Reading): Promise<void> {
  return transaction(ctx, async (tx) => {
    const standing = await lockUnpublished(tx, resourceId);
    if (!standing.includes(id)) return;
    for (const older of standing) if (older !== id) await cancelReading(tx, older);
  });
}
