import type { Context as HonoContext } from 'hono';
import type { ByteRange } from '../../platform/objects/object-store.ts';
import type { SurfaceEnv } from '../components/visit.ts';
import { rangeOf } from './byte-range.ts';
import { attachment, contentTypeOf } from './content.ts';

/** A finished file and how to read it. */
export interface SentFile {
  readonly name: string;
  readonly size: number;
  /** SHA-256 of the bytes: the strong ETag. */
  readonly sha256: string;
  /** When the bytes were made, where that is known. */
  readonly changedAt?: Date;
  /** E.g. `public, max-age=300`. */
  readonly cacheControl: string;
  read(range?: ByteRange): Promise<AsyncIterable<Uint8Array>>;
}

/** Headers every file goes with. */
export function fileHeaders(name: string, cacheControl: string): Record<string, string> {
  return {
    'content-type': contentTypeOf(name),
    'content-disposition': attachment(name),
    'cache-control': cacheControl,
    'x-content-type-options': 'nosniff',
  };
}

/** Answers with the file, a part of it, or the news that the asker has it already. */
export function sendFile(c: HonoContext<SurfaceEnv>, file: SentFile): Response {
  const etag = `"${file.sha256}"`;
  const changed = file.changedAt?.toUTCString();
  const headers = {
    ...fileHeaders(file.name, file.cacheControl),
    etag,
    'accept-ranges': 'bytes',
    ...(changed === undefined ? {} : { 'last-modified': changed }),
  };
  if (isKnown(c, etag, file.changedAt)) return c.body(null, 304, headers);
  const condition = c.req.header('if-range');
  const same = condition === undefined || condition === etag || (changed !== undefined && condition === changed);
  const wish = rangeOf(same ? c.req.header('range') : undefined, file.size);
  if (wish.kind === 'unsatisfiable') return c.body(null, 416, { ...headers, 'content-range': `bytes */${file.size}` });
  if (wish.kind === 'part') {
    const { start, end } = wish.range;
    const partial = {
      ...headers,
      'content-length': String(end - start + 1),
      'content-range': `bytes ${start}-${end}/${file.size}`,
    };
    return new Response(
      bodyOf(c, () => file.read(wish.range)),
      { status: 206, headers: partial },
    );
  }
  return new Response(
    bodyOf(c, () => file.read()),
    { headers: { ...headers, 'content-length': String(file.size) } },
  );
}

/** Whether the asker has these very bytes (RFC 9110, 13.2.2: the time counts only where no tag is given). */
function isKnown(c: HonoContext<SurfaceEnv>, etag: string, changedAt: Date | undefined): boolean {
  const tags = c.req.header('if-none-match');
  if (tags !== undefined) {
    const known = tags.split(',').map((one) => one.trim().replace(/^W\//, ''));
    return known.includes(etag) || known.includes('*');
  }
  const since = Date.parse(c.req.header('if-modified-since') ?? '');
  return changedAt !== undefined && since >= Math.floor(changedAt.getTime() / 1000) * 1000;
}

/**
 * The bytes to send; nothing is opened for HEAD.
 * @param stop called when the asker goes away, so that a long work before the next bytes ends too
 */
export function bodyOf(
  c: HonoContext<SurfaceEnv>,
  read: () => Promise<AsyncIterable<Uint8Array>>,
  stop?: () => void,
): ReadableStream<Uint8Array> | null {
  if (c.req.method === 'HEAD') return null;
  let bytes: AsyncIterator<Uint8Array> | null = null;
  let left = false;
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          bytes ??= (await read())[Symbol.asyncIterator]();
          const { value, done } = await bytes.next();
          if (left)
            await bytes.return?.(); // gone while the file was being opened
          else if (done) controller.close();
          else controller.enqueue(value);
        } catch (error) {
          if (!left) throw error;
        }
      },
      async cancel() {
        left = true;
        stop?.();
        await bytes?.return?.();
      },
    },
    { highWaterMark: 0 }, // bytes are taken only when they are wanted; reading ends when the asker goes away
  );
}
