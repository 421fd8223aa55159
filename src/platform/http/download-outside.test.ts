import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectOutside } from './connect-outside.ts';
import { downloadOutside } from './download-outside.ts';
import { isLocalAddress } from './outside-address.ts';

let server: Server;
let other: Server;
let folder: string;
let asked: IncomingMessage[] = [];
const BYTES = Buffer.from('назва;кількість\nшкола;5\n'.repeat(500));

function answer(request: IncomingMessage, response: ServerResponse): void {
  asked.push(request);
  const away = `http://127.0.0.1:${(other.address() as AddressInfo).port}`;
  switch (request.url) {
    case '/gzip':
      return void response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(BYTES));
    case '/br':
      return void response.writeHead(200, { 'content-encoding': 'br' }).end(brotliCompressSync(BYTES));
    case '/bomb':
      return void response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(5_000_000)));
    case '/strange':
      return void response.writeHead(200, { 'content-encoding': 'pack200' }).end(BYTES);
    case '/broken':
      return void response.writeHead(200, { 'content-encoding': 'gzip' }).end(BYTES);
    case '/silent':
      return void response.writeHead(200).write('a');
    case '/cut':
      response.writeHead(200, { 'content-length': BYTES.length + 10 }).write(BYTES);
      return void setTimeout(() => response.destroy(), 20);
    case '/away':
      return void response.writeHead(302, { location: `${away}/data.csv` }).end();
    case '/inside':
      return void response.writeHead(302, { location: 'http://10.0.0.1/data.csv' }).end();
    case '/cloud':
      return void response.writeHead(302, { location: 'http://169.254.169.254/latest/meta-data/' }).end();
    case '/same':
      if (request.headers['if-none-match'] === '"7"') return void response.writeHead(304).end();
      return void response.writeHead(200, { etag: '"7"', 'last-modified': 'Sun, 01 Nov 2026 10:00:00 GMT' }).end(BYTES);
    case '/named':
      return void response
        .writeHead(200, { 'content-disposition': "attachment; filename=x.csv; filename*=UTF-8''%D1%80.csv" })
        .end(BYTES);
    default:
      if (/^\/\d+$/.test(request.url ?? '')) {
        const left = Number(request.url?.slice(1));
        if (left > 0) return void response.writeHead(302, { location: `/${left - 1}` }).end();
      }
      return void response.end(BYTES);
  }
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vidkryto-download-'));
  [server, other] = [createServer(answer), createServer(answer)];
  for (const one of [server, other]) {
    one.listen(0, '127.0.0.1');
    await once(one, 'listening');
  }
});
afterAll(async () => {
  for (const one of [server, other]) {
    one.closeAllConnections();
    one.close();
  }
  await rm(folder, { recursive: true, force: true });
});

const LIMITS = { bytes: 1_000_000, milliseconds: 5_000, idle: 2_000, redirects: 5 };
const TRUSTED = { trustedHosts: ['127.0.0.1'] };
const take = (path: string, options: object = {}, limits: object = {}) =>
  downloadOutside(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`, join(folder, 'file'), {
    ...TRUSTED,
    ...options,
    limits: { ...LIMITS, ...limits },
  });
const SHA = createHash('sha256').update(BYTES).digest('hex');

describe('a file of another server', () => {
  it.each(['/plain', '/gzip', '/br', '/5'])('%s comes whole with its sum', async (path) => {
    const { status, file } = await take(path);
    expect([status, file]).toEqual([200, { size: BYTES.length, sha256: SHA }]);
    expect((await readFile(join(folder, 'file'))).equals(BYTES)).toBe(true);
  });

  it.each([
    ['/bomb', 'too-large', {}],
    ['/plain', 'too-large', { bytes: 100 }],
    ['/strange', 'packed', {}],
    ['/broken', 'cut-short', {}],
    ['/cut', 'cut-short', {}],
    ['/silent', 'cut-short', { idle: 150 }],
    ['/silent', 'too-slow', { milliseconds: 300 }],
    ['/6', 'redirects', {}],
  ])('%s: %s', async (path, why, limits) => {
    await expect(take(path, {}, limits)).rejects.toMatchObject({ code: 'outside-no-answer', why });
  });

  it('is named by its server, and the same one is not sent twice', async () => {
    expect((await take('/named')).fileName).toBe('р.csv');
    const first = await take('/same');
    expect([first.etag, first.lastModified]).toEqual(['"7"', 'Sun, 01 Nov 2026 10:00:00 GMT']);
    const again = await take('/same', { headers: { 'if-none-match': '"7"' } });
    expect([again.status, again.file]).toEqual([304, null]);
  });

  it('a secret goes to the server it is for and to no other it sends us to', async () => {
    asked = [];
    await take('/away', { headers: { authorization: 'Basic c2VjcmV0' } });
    expect(asked.map(({ headers }) => headers.authorization)).toEqual(['Basic c2VjcmV0', undefined]);
  });
});

describe('a trusted host', () => {
  it('opens no way to others of the network', async () => {
    for (const path of ['/inside', '/cloud']) {
      await expect(take(path), path).rejects.toMatchObject({ code: 'inside-address' });
    }
    await expect(take('/plain', { trustedHosts: ['files.misto.local'] })).rejects.toMatchObject({
      code: 'inside-address',
    });
  });

  it.each([
    ['10.0.0.5', true],
    ['192.168.1.7', true],
    ['127.0.0.1', true],
    ['fd12::1', true],
    ['::1', true],
    ['169.254.169.254', false],
    ['100.100.100.200', false],
    ['192.0.0.192', false],
    ['0.0.0.0', false],
    ['224.0.0.1', false],
    ['255.255.255.255', false],
    ['fd00:ec2::254', false],
    ['fe80::1', false],
    ['::', false],
    ['::ffff:10.0.0.5', false],
    ['64:ff9b::a9fe:a9fe', false],
    ['8.8.8.8', false],
  ])('may stand at %s: %s', (address, expected) => expect(isLocalAddress(address)).toBe(expected));

  it('that leads to where clouds keep keys is refused, over plain connections too', async () => {
    const reach = { trustedHosts: ['files.local'], resolve: async () => ['169.254.169.254'] };
    await expect(connectOutside('files.local', 22, reach, AbortSignal.timeout(1_000))).rejects.toMatchObject({
      code: 'inside-address',
    });
    const mixed = { trustedHosts: ['files.local'], resolve: async () => ['10.0.0.1', 'fe80::1'] };
    await expect(connectOutside('files.local', 22, mixed, AbortSignal.timeout(1_000))).rejects.toMatchObject({
      code: 'inside-address',
    });
  });
});
