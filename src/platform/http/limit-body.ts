import { RequestError } from '../../kernel/errors.ts';

function brokenOff(): RequestError {
  return new RequestError('invalid', 'body-broken-off', {
    uk: 'Запит надійшов не повністю. Надішліть його ще раз.',
    en: 'The request did not come in full. Send it again.',
  });
}

async function readAll(body: ReadableStream<Uint8Array>, most: number, tooLarge: () => Error): Promise<Uint8Array[]> {
  const reader = body.getReader();
  const pieces: Uint8Array[] = [];
  for (let size = 0; ; ) {
    const { done, value } = await reader.read().catch(() => {
      throw brokenOff();
    });
    if (done) return pieces;
    size += value.byteLength;
    if (size > most) throw tooLarge();
    pieces.push(value);
  }
}

/**
 * The request with a body of at most `most` bytes; throws `tooLarge()` beyond. A body whose length is told passes as it is: the parser reads no
 * further. One in pieces is read and counted here. The new request is made of plain values: the server's own cannot be copied.
 */
export async function limitBody(request: Request, most: number, tooLarge: () => Error): Promise<Request> {
  const length = request.headers.get('content-length');
  const pieced = request.headers.has('transfer-encoding');
  if (length !== null && !pieced) {
    if (Number(length) > most) throw tooLarge();
    return request;
  }
  const { method, url, signal, body } = request;
  if (body === null) return request;
  const pieces = await readAll(body, most, tooLarge);
  const headers = new Headers([...request.headers.entries()]);
  headers.delete('transfer-encoding');
  const bytes = Buffer.concat(pieces);
  headers.set('content-length', String(bytes.byteLength));
  return new Request(url, { method, headers, signal, body: bytes });
}
