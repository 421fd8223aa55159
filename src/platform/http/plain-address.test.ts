import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerUnreadRequest, encodedAddress } from './plain-address.ts';

const packet = (line: string) => Buffer.from(`${line}\r\nHost: a\r\n\r\n`);

describe('addresses with letters as they are', () => {
  const server = createServer((_, outgoing) => outgoing.end('read'));
  server.on('clientError', answerUnreadRequest);
  beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  async function ask(line: string, headers = ''): Promise<string> {
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
    socket.write(headers === '' ? packet(line) : `${line}\r\nHost: a\r\n${headers}\r\n\r\n`);
    return text(socket);
  }

  it('are encoded byte by byte, what is encoded already stays', () => {
    expect(encodedAddress(packet('GET /api?q=їж%20a HTTP/1.1'))).toBe('/api?q=%D1%97%D0%B6%20a');
    for (const line of ['GET /api HTTP/1.1', 'POST /ї HTTP/1.1', 'GET //ї HTTP/1.1', 'GET /\\ї HTTP/1.1', 'ї', '']) {
      expect(encodedAddress(packet(line))).toBeNull();
    }
  });

  it('are led to the encoded address', async () => {
    const answer = await ask('GET /api/1/datasets?q=їж HTTP/1.1');
    expect(answer).toMatch(/^HTTP\/1\.1 308 .*\r\nLocation: \/api\/1\/datasets\?q=%D1%97%D0%B6\r\n/);
    expect(answer).toContain('"code":"address-not-encoded"');
  });

  it('too long, in the address or in the headers, is a page for people and JSON for programs', async () => {
    const long = 'x'.repeat(20_000);
    const page = await ask('GET /datasets HTTP/1.1', `Accept: text/html\r\nX-Long: ${long}`);
    expect(page).toMatch(/^HTTP\/1\.1 431 [\s\S]*Content-Type: text\/html[\s\S]*<h1>Запит задовгий<\/h1>/);
    const english = await ask(`GET /en/datasets?q=${long} HTTP/1.1`, 'Accept: text/html');
    expect(english).toContain('<h1>The request is too long</h1>');
    const program = await ask('GET /datasets HTTP/1.1', `Accept: application/json\r\nX-Long: ${long}`);
    expect(program).toMatch(/^HTTP\/1\.1 431 [\s\S]*"code":"request-too-long"/);
    expect(await ask(`GET /api/1/datasets?q=${long} HTTP/1.1`, 'Accept: text/html')).toContain('"request-too-long"');
  });

  it('a connection that asked nothing in its time is closed without a word: a browser would show it as a page', async () => {
    const patient = createServer({ connectionsCheckingInterval: 20 }, (_, outgoing) => outgoing.end('read'));
    patient.headersTimeout = 40;
    patient.on('clientError', answerUnreadRequest);
    await new Promise<void>((resolve) => patient.listen(0, '127.0.0.1', resolve));
    const port = (patient.address() as AddressInfo).port;
    expect(await text(connect(port, '127.0.0.1'))).toBe('');
    const slow = connect(port, '127.0.0.1');
    slow.write('GET / HTTP/1.1\r\nHost:');
    expect(await text(slow)).toMatch(/^HTTP\/1\.1 400 /);
    await new Promise((resolve) => patient.close(resolve));
  });

  it('what is no request at all gets a refusal that can be read', async () => {
    const answer = await ask('їжак');
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(answer).toContain('Запит не вдалося зрозуміти.');
  });
});
