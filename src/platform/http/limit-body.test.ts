import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { limitBody } from './limit-body.ts';

const MOST = 1000;
const answer = getRequestListener(
  async (request) => {
    try {
      // twice, as a form with a limit of its own is
      const once = await limitBody(request, MOST, () => new Error('too large'));
      const form = await (await limitBody(once, MOST, () => new Error('too large'))).text();
      return new Response(form);
    } catch (error) {
      return new Response(String(error), { status: 413 });
    }
  },
  { overrideGlobalObjects: false },
);
const server = createServer((incoming, outgoing) => void answer(incoming, outgoing));
let url = '';
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

/** Sent in pieces, its length not told. */
function pieces(count: number, piece: string): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      for (let at = 0; at < count; at += 1) controller.enqueue(new TextEncoder().encode(piece));
      controller.close();
    },
  });
}

const send = (method: string, init: RequestInit = {}) => fetch(url, { method, duplex: 'half', ...init } as RequestInit);

describe('a body', () => {
  test.each(['POST', 'PUT', 'PATCH', 'DELETE'])('that %s does not bring is empty', async (method) => {
    const sent = await send(method);
    expect([sent.status, await sent.text()]).toEqual([200, '']);
  });

  test('in pieces is read whole', async () => {
    const sent = await send('POST', { body: pieces(3, 'ґедзь ') });
    expect([sent.status, await sent.text()]).toEqual([200, 'ґедзь ґедзь ґедзь ']);
  });

  test('beyond the limit is refused, its length told or not', async () => {
    expect((await send('POST', { body: 'x'.repeat(MOST) })).status).toBe(200);
    expect((await send('POST', { body: 'x'.repeat(MOST + 1) })).status).toBe(413);
    expect((await send('POST', { body: pieces(11, 'x'.repeat(100)) })).status).toBe(413);
  });
});
