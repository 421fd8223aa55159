import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';

/** What arrived. */
export interface SavedBody {
  /** Bytes. */
  readonly size: number;
  /** SHA-256, hex. */
  readonly sha256: string;
}

/**
 * Writes the body of a request to a file as it comes; it is never held whole. Throws `tooLarge()` past `most` bytes, and what the stream
 * throws where it breaks off; the file is then gone.
 */
export async function saveBody(
  body: ReadableStream<Uint8Array> | null,
  path: string,
  most: number,
  tooLarge: () => Error,
): Promise<SavedBody> {
  const hash = createHash('sha256');
  let size = 0;
  const counted = async function* () {
    for await (const piece of body ?? []) {
      size += piece.length;
      if (size > most) throw tooLarge();
      hash.update(piece);
      yield piece;
    }
  };
  try {
    await pipeline(counted, createWriteStream(path));
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
  return { size, sha256: hash.digest('hex') };
}
