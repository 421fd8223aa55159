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
  const headers = { ...fileHeaders(file.name, file.cacheControl), etag, 'accept-ranges': 'bytes' };
  const known = (c.req.header('if-none-match') ?? '').split(',').map((one) => one.trim().replace(/^W\//, ''));
  if (known.includes(etag) || known.includes('*')) return c.body(null, 304, headers);
  const condition = c.req.header('if-range');
  const wish = rangeOf(condition === undefined || condition === etag ? c.req.header('range') : undefined, file.size);
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

/** The bytes to send; nothing is opened for HEAD. */
export function bodyOf(
  c: HonoContext<SurfaceEnv>,
  read: () => Promise<AsyncIterable<Uint8Array>>,
): ReadableStream<Uint8Array> | null {
  if (c.req.method === 'HEAD') return null;
  let bytes: AsyncIterator<Uint8Array> | null = null;
  let left = false;
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        bytes ??= (await read())[Symbol.asyncIterator]();
        const { value, done } = await bytes.next();
        if (left)
          await bytes.return?.(); // gone while the file was being opened
        else if (done) controller.close();
        else controller.enqueue(value);
      },
      async cancel() {
        left = true;
        await bytes?.return?.();
      },
    },
    { highWaterMark: 0 }, // bytes are taken only when they are wanted; reading ends when the asker goes away
  );
}
