import { createReadStream, createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { firstBytes } from '../../../kernel/first-bytes.ts';
import { LIMITS } from '../refusals.ts';
import { unpackMember } from '../workbook/archive.ts';
import type { ZipMember } from '../zip-directory.ts';

/** Behind these first bytes a table may be; nothing else is unpacked whole. */
const MAY_BE_TABLE: ReadonlySet<string | null> = new Set([null, 'zip', 'ole', 'biff', 'gz']);

/**
 * Unpacks a member of an archive to a file of ours.
 * @returns false where its first bytes are of something that is no table: then it is left packed
 * @throws when the member is damaged or larger than the directory says
 */
export async function unpackToFile(
  path: string,
  member: ZipMember,
  to: string,
  signal?: AbortSignal,
): Promise<boolean> {
  let wanted = true;
  async function* pieces(): AsyncGenerator<Buffer> {
    let first = true;
    for await (const piece of unpackMember(path, member)) {
      if (first && !MAY_BE_TABLE.has(firstBytes(piece))) {
        wanted = false;
        return;
      }
      first = false;
      yield piece;
    }
  }
  await pipeline(pieces, createWriteStream(to), ...(signal ? [{ signal }] : []));
  return wanted;
}

/** The packed file unpacks to more than is read. */
export class UnpackedTooLarge extends Error {}

/**
 * Unpacks a file packed by GZIP.
 * @throws UnpackedTooLarge, and what zlib throws of a damaged one
 */
export async function gunzipToFile(path: string, size: number, to: string, signal?: AbortSignal): Promise<void> {
  const most = Math.min(LIMITS.workbookBytes, Math.max(50_000_000, size * LIMITS.workbookRatio));
  async function* limited(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    let unpacked = 0;
    for await (const piece of source) {
      unpacked += piece.length;
      if (unpacked > most) throw new UnpackedTooLarge('larger than is read');
      yield piece;
    }
  }
  await pipeline(
    createReadStream(path),
    createGunzip(),
    limited,
    createWriteStream(to),
    ...(signal ? [{ signal }] : []),
  );
}
