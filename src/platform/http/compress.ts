import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const asBrotli = promisify(brotliCompress);
const asGzip = promisify(gzip);

const TEXT = /^(text\/|application\/(json|javascript|manifest\+json|xml|[a-z.-]+\+(json|xml))|image\/svg\+xml)/;
/** Smaller bodies gain nothing. Bytes. */
const WORTH = 1024;

export type Encoding = 'br' | 'gzip';

/** The best encoding the asker takes; null when none of ours. */
export function chooseEncoding(accepted: string | null): Encoding | null {
  const names = (accepted ?? '').split(',').flatMap((part) => {
    const [name = '', ...parameters] = part.split(';').map((word) => word.trim());
    return parameters.some((word) => /^q=0(\.0+)?$/.test(word)) ? [] : [name.toLowerCase()];
  });
  if (names.includes('br')) return 'br';
  return names.includes('gzip') ? 'gzip' : null;
}

/** True for kinds of content that shrink. */
export function isText(contentType: string | null): boolean {
  return TEXT.test(contentType ?? '');
}

/** @param thoroughly as small as it gets, for what is compressed once and served many times */
export function compress(bytes: Uint8Array, encoding: Encoding, thoroughly = false): Promise<Buffer> {
  if (encoding === 'gzip') return asGzip(bytes, { level: thoroughly ? 9 : 5 });
  return asBrotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: thoroughly ? 10 : 4 } });
}

/**
 * The same answer, smaller. Pages and JSON only: files to take away are left as they are, because their length, ranges and ETag
 * are promised for the bytes themselves.
 */
export async function compressed(response: Response, accepted: string | null): Promise<Response> {
  const { headers } = response;
  const encoding = chooseEncoding(accepted);
  const type = headers.get('content-type');
  if (!response.body || !isText(type) || headers.has('content-encoding') || headers.has('content-disposition'))
    return response;
  if (
    headers.has('accept-ranges') ||
    /no-transform|text\/event-stream/.test(`${headers.get('cache-control')} ${type}`)
  ) {
    return response;
  }
  headers.append('vary', 'accept-encoding');
  if (!encoding) return response;
  const bytes = new Uint8Array(await response.arrayBuffer());
  if (bytes.byteLength < WORTH) return new Response(bytes, response);
  const answer = new Response(new Uint8Array(await compress(bytes, encoding)), response);
  answer.headers.set('content-encoding', encoding);
  answer.headers.delete('content-length');
  return answer;
}
