import { open, stat } from 'node:fs/promises';
import { type Context, transaction } from '../../platform/context.ts';
import { record } from '../history/index.ts';
import { refusalOfContent } from './file-kind-rules.ts';
import { loadForEditing } from './load-reading.ts';
import type { Reading } from './reading.ts';
import { wrongState } from './reading-rules.ts';
import { changeReading, selectReading } from './reading-store.ts';
import { refuseSize, UPLOAD_LIMIT } from './start-reading.ts';

const HEAD_BYTES = 64 * 1024;

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
  return transaction(ctx, async (tx) => {
    const { reading: now } = await loadForEditing(tx, readingId, true);
    if (now.state !== 'receiving') throw wrongState(now);
    await changeReading(tx, readingId, {
      state: refusal ? 'refused' : 'received',
      refusal,
      size,
      original: kept?.key ?? null,
      originalSha256: kept?.sha256 ?? null,
    });
    await record(tx, {
      deed: refusal ? 'file.refused' : 'file.received',
      subject: { kind: 'dataset', id: reading.datasetId, name: reading.fileName },
      after: kept ? { sha256: kept.sha256, size } : { reason: refusal?.code },
    });
    if (!refusal) await tx.emit(tx.db, { name: 'upload-received', readingId });
    return (await selectReading(tx, readingId))?.reading ?? now;
  });
}

async function headOf(path: string): Promise<Uint8Array> {
  const file = await open(path, 'r');
  try {
    const head = new Uint8Array(HEAD_BYTES);
    const { bytesRead } = await file.read(head, 0, HEAD_BYTES, 0);
    return head.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
