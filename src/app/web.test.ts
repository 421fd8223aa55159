import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeTestContext, type TestContext } from '../../tests/support/make-context.ts';
import { setUpCommunity } from '../../tests/support/publish-file.ts';
import { VISITOR } from '../kernel/actor.ts';
import { readConfig } from '../platform/config/read-config.ts';
import { QueryProcess } from '../platform/duckdb/query-process.ts';
import { Metrics } from '../platform/http/metrics.ts';
import { StaticFiles } from '../platform/http/static-files.ts';
import type { Log } from '../platform/logging/log.ts';
import { SILENT } from '../platform/logging/pino-log.ts';
import { createWeb } from './web.ts';

let context: TestContext;
let close = () => {};
let url = '';
let port = 0;
const errors: unknown[] = [];

beforeAll(async () => {
  context = await makeTestContext();
  await setUpCommunity(context);
  const log: Log = { ...SILENT, error: (...words: unknown[]) => void errors.push(words), child: () => log };
  const web = createWeb({
    ctx: { ...context.as(VISITOR), log },
    config: readConfig({ VIDKRYTO_RATE_LIMIT: '0' }),
    queries: new QueryProcess('not needed here', SILENT),
    metrics: new Metrics(),
    files: new StaticFiles(context.folder),
  });
  const answer = getRequestListener(web.fetch, { overrideGlobalObjects: false });
  const server = createServer((incoming, outgoing) => void answer(incoming, outgoing));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
  url = `http://127.0.0.1:${port}`;
  close = () => {
    server.closeAllConnections();
    server.close();
  };
});
afterAll(async () => {
  close();
  await context.close();
});

/** A whole request as bytes; the first line and the headers of the answer. */
async function raw(head: string, body = ''): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  socket.write(`${head} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n${body || '\r\n'}`);
  let answer = '';
  for await (const piece of socket) answer += String(piece);
  return answer;
}

const chunked = (type: string, text: string) =>
  `Content-Type: ${type}\r\nTransfer-Encoding: chunked\r\n\r\n${text.length.toString(16)}\r\n${text}\r\n0\r\n\r\n`;
const FORM = 'application/x-www-form-urlencoded';

describe('a request that changes things', () => {
  test.each([
    ['POST /nope', 404],
    ['DELETE /api/1/datasets', 405],
    ['PUT /', 405],
    ['PATCH /datasets', 405],
    ['POST /sign-in', 400],
    ['POST /api/nope', 404],
  ])('%s without a body is answered %i', async (head, status) => {
    expect(await raw(head)).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(await raw(head, chunked(FORM, 'a=b'))).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(errors).toEqual([]);
  });

  test('reads a form sent in pieces', async () => {
    const sent = await raw('POST /sign-in', chunked(FORM, 'email=kept%40example.org&password=x'));
    expect(sent).toContain('kept@example.org');
  });

  test.each(['/datasets/%00', '/embed/blocks/list?unit=%00', '/open-data/registry?q=%00x'])(
    'a character no text can have is refused, not broken by: %s',
    async (path) => {
      expect([400, 404]).toContain((await fetch(`${url}${path}`)).status);
      expect(errors).toEqual([]);
    },
  );

  test.each(['/open-data/registry?on=2025-02-31', '/open-data/registry.csv?on=2025-02-31'])(
    'a day the calendar does not have is passed over: %s',
    async (path) => {
      expect((await fetch(`${url}${path}`)).status).toBe(200);
      expect(errors).toEqual([]);
    },
  );

  test('with a character no text can hold is refused in words, not taken for a fault of ours', async () => {
    const sent = await raw('POST /forgot', chunked(FORM, 'email=a%00b%40example.org'));
    expect(sent).toMatch(/^HTTP\/1.1 [234]\d\d /);
    expect(await raw('GET /datasets?q=%00')).toMatch(/^HTTP\/1.1 [24]00 /);
    expect(await raw('GET /code?q=%00&page=99999999999999999999')).toMatch(/^HTTP\/1.1 [24]0\d /);
    expect(errors).toEqual([]);
  });

  test('in pieces beyond the limit is refused', async () => {
    expect(await raw('POST /sign-in', chunked(FORM, `email=${'x'.repeat(70_000)}`))).toMatch(/^HTTP\/1.1 413 /);
    expect(errors).toEqual([]);
  });
});

describe('a method', () => {
  test.each([
    ['OPTIONS /datasets', 204],
    ['TRACE /datasets', 405],
    ['PROPFIND /', 405],
    ['DELETE /datasets', 405],
  ])('%s is answered %i and told what there is', async (head, status) => {
    const answer = await raw(head);
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(answer.toLowerCase()).toMatch(/\r\nallow: get, head/);
  });
});

describe('a slash at the end', () => {
  test('leads to the address without it, in its language and with its question', async () => {
    const ask = (path: string) => fetch(`${url}${path}`, { redirect: 'manual' });
    for (const [path, to] of [
      ['/datasets/', '/datasets'],
      ['/en/datasets/?q=a', '/en/datasets?q=a'],
      ['/datasets/shkoly/', '/datasets/shkoly'],
    ]) {
      const answer = await ask(path ?? '');
      expect([answer.status, answer.headers.get('location')], path).toEqual([301, to]);
    }
    expect((await ask('/')).status).toBe(200);
  });

  test('never leads to another site', async () => {
    for (const path of ['//evil.example/', '/\\evil.example/', '//evil.example//', '/en//evil.example/']) {
      expect(await raw(`GET ${path}`), path).not.toMatch(/\r\nlocation: (\/[/\\]|http)/i);
    }
  });
});
