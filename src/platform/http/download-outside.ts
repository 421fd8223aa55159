import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { RequestError } from '../../kernel/errors.ts';
import { isDiskFull } from '../objects/disk-full.ts';
import { askOutside, NoAnswer, type OutsideQuestion } from './ask-outside.ts';
import { endOf } from './fetch-outside.ts';

/** What came of a download. */
export interface Download {
  /** Where the answer came from in the end. */
  readonly url: URL;
  readonly status: number;
  readonly contentType: string;
  /** Name the server gives the file; null when it gives none. */
  readonly fileName: string | null;
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** Bytes written, unpacked, and their SHA-256 in hex; null where the status is not 200: then nothing was written. */
  readonly file: FileFacts | null;
}

export interface FileFacts {
  readonly size: number;
  readonly sha256: string;
}

/** @property bytes of the unpacked file @property idle of silence, ms */
export interface DownloadLimits {
  readonly bytes: number;
  readonly milliseconds: number;
  readonly idle: number;
  readonly redirects: number;
}

/**
 * Takes a file of another server to `path`, by the rules of `askOutside`. A packed answer is unpacked and counted as it grows.
 * Throws `invalid` (code `inside-address`), NoAnswer; what the disk says goes through.
 */
export async function downloadOutside(
  address: string,
  path: string,
  options: OutsideQuestion & { readonly limits: DownloadLimits },
): Promise<Download> {
  const { limits, signal } = options;
  const end = endOf(limits.milliseconds, signal);
  const { idle, redirects } = limits;
  const { url, answer } = await askOutside(address, { ...options, idle, redirects }, end);
  try {
    const status = answer.statusCode ?? 0;
    const told = Number(answer.headers['content-length'] ?? 0);
    if (status === 200 && told > limits.bytes) throw new NoAnswer('too-large');
    return {
      url,
      status,
      contentType: answer.headers['content-type'] ?? '',
      fileName: nameOf(answer.headers['content-disposition']),
      etag: answer.headers.etag ?? null,
      lastModified: answer.headers['last-modified'] ?? null,
      file: status === 200 ? await writeCounted(unpacked(answer), path, limits.bytes, end) : null,
    };
  } finally {
    answer.destroy();
  }
}

/** Writes a stranger's stream to a file, no more than `most` bytes of it. Throws NoAnswer; what the disk says goes through. */
export async function writeCounted(
  bytes: Readable,
  path: string,
  most: number,
  signal: AbortSignal,
): Promise<FileFacts> {
  const hash = createHash('sha256');
  let size = 0;
  const counted = async function* (source: AsyncIterable<Buffer>) {
    for await (const piece of source) {
      size += piece.length;
      if (size > most) throw new NoAnswer('too-large');
      hash.update(piece);
      yield piece;
    }
  };
  try {
    await pipeline(bytes, counted, createWriteStream(path), { signal });
  } catch (error) {
    if (error instanceof RequestError || isDiskFull(String(error))) throw error;
    throw signal.aborted ? new NoAnswer('too-slow') : new NoAnswer('cut-short');
  }
  return { size, sha256: hash.digest('hex') };
}

function unpacked(answer: IncomingMessage): Readable {
  const encoding = (answer.headers['content-encoding'] ?? 'identity').trim().toLowerCase();
  if (encoding === 'identity' || encoding === '') return answer;
  const unpack =
    encoding === 'gzip' || encoding === 'x-gzip'
      ? createGunzip()
      : encoding === 'br'
        ? createBrotliDecompress()
        : encoding === 'deflate'
          ? createInflate()
          : null;
  if (unpack === null) throw new NoAnswer('packed', encoding.slice(0, 20));
  answer.once('error', (error) => unpack.destroy(error));
  return answer.pipe(unpack);
}

/** `attachment; filename*=UTF-8''%D0%B7.csv; filename="z.csv"` → the first of the two that can be read. */
function nameOf(disposition: string | undefined): string | null {
  const wide = /filename\*\s*=\s*utf-8''([^;]+)/i.exec(disposition ?? '')?.[1];
  const plain = /filename\s*=\s*(?:"([^"]*)"|([^;]+))/i.exec(disposition ?? '');
  if (wide !== undefined) {
    try {
      return decodeURIComponent(wide.trim());
    } catch {
      // malformed: the plain one, if any
    }
  }
  const name = (plain?.[1] ?? plain?.[2] ?? '').trim();
  return name === '' ? null : name;
}
