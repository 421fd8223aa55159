import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fetchOutside, type OutsideOptions } from './fetch-outside.ts';
import { faultOfUrl, isOutsideAddress } from './outside-address.ts';

let server: Server;
let port: number;
let asked: { path: string; headers: IncomingMessage['headers'] }[] = [];

function answer(request: IncomingMessage, response: ServerResponse): void {
  asked.push({ path: request.url ?? '', headers: request.headers });
  const to = (location: string) => response.writeHead(302, { location }).end();
  switch (request.url) {
    case '/secret':
      return void response.end('the password of the machine');
    case '/round':
      return void to('/round');
    case '/in':
      return void to(`http://127.0.0.2:${port}/secret`);
    case '/file':
      return void to('file:///etc/passwd');
    case '/long':
      return void response.end(Buffer.alloc(100_000));
    case '/packed':
      return void response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(1_000_000)));
    case '/silent':
      return;
    case '/cut':
      response.writeHead(200, { 'content-length': 100 }).write('half');
      return void setTimeout(() => response.destroy(), 20);
    default:
      return void response.writeHead(200, { 'content-type': 'text/csv' }).end('a,b\n');
  }
}

beforeAll(async () => {
  server = createServer(answer);
  server.listen(0, '0.0.0.0');
  await once(server, 'listening');
  port = (server.address() as AddressInfo).port;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const LIMITS = { bytes: 50_000, milliseconds: 2_000 };
/** Stands for the open internet: this one address of this machine, and names that lead to it. */
const OPEN: OutsideOptions = {
  limits: LIMITS,
  allows: (address) => address === '127.0.0.1',
  resolve: async () => ['127.0.0.1'],
};

describe('an address of the inside', () => {
  it.each([
    '0.0.0.0',
    '10.1.2.3',
    '100.64.0.1',
    '100.127.255.255',
    '127.0.0.1',
    '127.255.255.254',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.0.0.192',
    '192.168.1.1',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '::ffff:8.8.8.8',
    '::127.0.0.1',
    '64:ff9b::7f00:1',
    'fc00::1',
    'fd00:ec2::254',
    'fe80::1',
    'fe80::1%eth0',
    'fec0::1',
    'ff02::1',
    '2001::1',
    '2001:db8::1',
    '2002:7f00:1::',
    '[::1]',
    'not an address',
    '',
  ])('%s', (address) => expect(isOutsideAddress(address)).toBe(false));
});

describe('an address of the open internet', () => {
  it.each([
    '8.8.8.8',
    '1.1.1.1',
    '100.63.255.255',
    '100.128.0.1',
    '172.32.0.1',
    '193.29.204.1',
    '2a00:1450::1',
    '2606:4700::6810:1',
  ])('%s', (address) => expect(isOutsideAddress(address)).toBe(true));
});

describe('the looks of a URL', () => {
  it.each([
    ['http://2130706433/', 'inside'],
    ['http://0x7f.1/', 'inside'],
    ['http://017700000001/', 'inside'],
    ['http://127.1/', 'inside'],
    ['http://１２７.0.0.1/', 'inside'],
    ['http://[::ffff:7f00:1]/', 'inside'],
    ['http://169.254.169.254/latest/meta-data/', 'inside'],
    ['http://localhost:5432/', 'inside'],
    ['http://a.localhost./', 'inside'],
    ['http://metadata.google.internal/', 'inside'],
    ['http://printer.local/', 'inside'],
    ['http://server/', 'inside'],
    ['ftp://example.org/', 'scheme'],
    ['file:///etc/passwd', 'scheme'],
    ['javascript:alert(1)', 'scheme'],
    ['https://user:password@example.org/', 'credentials'],
    ['https://api.misto.gov.ua/transport', null],
    ['https://8.8.8.8/', null],
  ])('%s: %s', (address, fault) => expect(faultOfUrl(new URL(address))).toBe(fault));
});

describe('a fetch from outside', () => {
  it('never reaches this machine, whatever its address is written like', async () => {
    asked = [];
    for (const host of [
      '127.0.0.1',
      'localhost',
      '2130706433',
      '0x7f000001',
      '[::1]',
      '[::ffff:127.0.0.1]',
      '0.0.0.0',
    ]) {
      await expect(fetchOutside(`http://${host}:${port}/secret`, { limits: LIMITS }), host).rejects.toMatchObject({
        code: 'inside-address',
      });
    }
    expect(asked).toEqual([]);
  });

  it('is refused where a name leads inside, be it with one of its addresses only', async () => {
    asked = [];
    const options = { limits: LIMITS, resolve: async () => ['8.8.8.8', '127.0.0.1'] };
    await expect(fetchOutside(`http://rebind.example.org:${port}/secret`, options)).rejects.toMatchObject({
      code: 'inside-address',
    });
    expect(asked).toEqual([]);
  });

  it('connects to the address that was judged, not to what the name says a moment later', async () => {
    let turn = 0;
    const resolve = async () => (turn++ === 0 ? ['127.0.0.1'] : ['127.0.0.2']);
    const { body } = await fetchOutside(`http://rebind.example.org:${port}/`, { ...OPEN, resolve });
    expect(String(body)).toBe('a,b\n');
    expect(turn).toBe(1);
  });

  it('judges each redirect anew', async () => {
    asked = [];
    await expect(fetchOutside(`http://a.example.org:${port}/in`, OPEN)).rejects.toMatchObject({
      code: 'inside-address',
    });
    expect(asked.map(({ path }) => path)).toEqual(['/in']);
    await expect(fetchOutside(`http://a.example.org:${port}/file`, OPEN)).rejects.toMatchObject({
      code: 'outside-no-answer',
    });
    await expect(fetchOutside(`http://a.example.org:${port}/round`, OPEN)).rejects.toMatchObject({
      code: 'outside-no-answer',
    });
  });

  it.each([
    ['/long', 'a body that is too long'],
    ['/packed', 'a packed body, which could grow'],
    ['/silent', 'a server that says nothing'],
    ['/cut', 'a body cut short'],
  ])('%s: gives up on %s', async (path) => {
    const limits = { ...LIMITS, milliseconds: path === '/silent' ? 200 : 2_000 };
    await expect(fetchOutside(`http://a.example.org:${port}${path}`, { ...OPEN, limits })).rejects.toMatchObject({
      code: 'outside-no-answer',
      text: { uk: /Перевірте адресу/ },
    });
  });

  it('takes what is there and sends nothing of ours along', async () => {
    asked = [];
    const found = await fetchOutside(`http://a.example.org:${port}/data.csv`, OPEN);
    expect([found.status, found.contentType, String(found.body)]).toEqual([200, 'text/csv', 'a,b\n']);
    expect(asked[0]?.headers).not.toHaveProperty('cookie');
    expect(asked[0]?.headers.host).toBe(`a.example.org:${port}`);
  });
});
