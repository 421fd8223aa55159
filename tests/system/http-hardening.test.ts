import { once } from 'node:events';
import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { setUp } from '../../src/capabilities/accounts/index.ts';
import { insideSystem } from '../support/inside-system.ts';
import { type RunningSystem, startSystem } from '../support/start-system.ts';

const PASSWORD = 'Верба-над-ставком-27';
const EMAIL = 'a@example.org';
const TOKEN = 'a-token-of-watchers-27';

let system: RunningSystem;
const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${system.url}${path}`, { headers, redirect: 'manual' });

beforeAll(async () => {
  system = await startSystem({
    environment: {
      VIDKRYTO_RATE_LIMIT: '1000',
      VIDKRYTO_RATE_LIMIT_API: '20',
      VIDKRYTO_RATE_LIMIT_FORMS: '12',
      VIDKRYTO_WATCH_TOKEN: TOKEN,
    },
  });
  await insideSystem(system.data, (ctx) =>
    setUp(ctx, {
      community: { name: 'Вербівська громада', edrpou: '04054346', katottg: 'UA46060370010049259' },
      administrator: { name: 'Ганна Мальва', email: EMAIL, password: PASSWORD },
    }),
  );
});
afterAll(() => system?.stop());

/** Sends bytes as they are, which no HTTP client would; gives all that is answered. */
async function raw(bytes: string): Promise<string> {
  const socket = connect(system.port, '127.0.0.1');
  let answer = '';
  socket.on('data', (piece) => (answer += String(piece)));
  socket.on('error', () => {});
  await once(socket, 'connect');
  socket.write(bytes);
  await once(socket, 'close');
  return answer;
}

async function signIn(): Promise<Response> {
  return fetch(`${system.url}/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: system.url },
    body: new URLSearchParams({ email: EMAIL, password: PASSWORD }),
  });
}

describe('a request of two meanings, by which a proxy could be led astray,', () => {
  test.each([
    [
      'with both lengths',
      'Content-Length: 5\r\nTransfer-Encoding: chunked\r\n',
      '0\r\n\r\nGET /metrics HTTP/1.1\r\n\r\n',
    ],
    ['with two lengths', 'Content-Length: 5\r\nContent-Length: 6\r\n', 'aaaaaa'],
    ['with a length that is no number', 'Content-Length: +5\r\n', 'aaaaa'],
    ['with a transfer coding we do not know', 'Transfer-Encoding: xchunked\r\n', '0\r\n\r\n'],
    ['with a space before the colon', 'Transfer-Encoding : chunked\r\n', '0\r\n\r\n'],
    ['with a header over two lines', 'X-A: b\r\n c: d\r\n', ''],
    ['with a bare line feed', 'X-A: b\nX-C: d\r\n', ''],
  ])('%s is refused and the connection ends', async (_, headers, body) => {
    const answer = await raw(`POST /sign-in HTTP/1.1\r\nHost: localhost\r\n${headers}\r\n${body}`);
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(answer.match(/HTTP\/1\.1/g)).toHaveLength(1);
  });
});

describe('the site’s own address', () => {
  test('is never taken from X-Forwarded-Host, nor from X-Forwarded-Proto of strangers', async () => {
    const strange = {
      'x-forwarded-host': 'evil.example',
      'x-forwarded-proto': 'https',
      forwarded: 'host=evil.example',
    };
    for (const path of ['/', '/datasets', '/robots.txt', '/feed.atom', '/sitemap.xml', '/api/openapi.json', '/nope']) {
      const text = await (await get(path, strange)).text();
      expect(text, path).not.toContain('evil.example');
      expect(text, path).not.toContain(`https://127.0.0.1:${system.port}`);
    }
  });

  test('in a Host that no site can have is refused', async () => {
    for (const host of ['evil.example/..', 'a b', '"><script>', 'user@evil.example']) {
      expect(await raw(`GET / HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`), host).toMatch(
        /^HTTP\/1\.1 400 /,
      );
    }
  });
});

describe('watching', () => {
  test('through a proxy tells only whether the site is well; the numbers are told on this machine or to the token', async () => {
    const passedOn = { 'x-forwarded-for': '203.0.113.7' };
    expect(await (await get('/healthz', passedOn)).json()).toEqual({ status: 'ok' });
    expect((await get('/metrics', passedOn)).status).toBe(404);
    const wrong = { ...passedOn, authorization: 'Bearer another-token-of-27' };
    expect((await get('/metrics', wrong)).status).toBe(404);
    const right = { ...passedOn, authorization: `Bearer ${TOKEN}` };
    expect((await get('/metrics', right)).status).toBe(200);
    expect(await (await get('/healthz', right)).json()).toMatchObject({ status: 'ok', database: 'ok' });
    expect(await (await get('/healthz')).json()).toMatchObject({ query: 'ok' });
  });
});

test('an address that tries to write lines of the log writes none', async () => {
  const forged = encodeURIComponent('\n{"level":60,"msg":"forged"}\r\n');
  await fetch(`${system.url}/${forged}`, { method: 'POST', headers: { 'user-agent': 'x', origin: system.url } });
  const lines = system
    .output()
    .split('\n')
    .filter((line) => line.startsWith('{'));
  expect(lines.length).toBeGreaterThan(0);
  for (const line of lines) expect((JSON.parse(line) as { msg?: string }).msg).not.toBe('forged');
});

test('a form packed with gzip is not unpacked, so a small one cannot grow in memory', async () => {
  const body = new Uint8Array(gzipSync(Buffer.from(`email=${'a'.repeat(50 * 1024 * 1024)}`)));
  expect(body.byteLength).toBeLessThan(100_000);
  const { status } = await fetch(`${system.url}/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: {
      origin: system.url,
      'content-encoding': 'gzip',
      'content-type': 'application/x-www-form-urlencoded',
    },
    body,
  });
  expect(status).toBe(415);
});

describe('the session', () => {
  test('of a sign-in is a new one, in a cookie that no script reads and no foreign form sends', async () => {
    const planted = 'vidkryto_session=planted-by-somebody.signature';
    const answer = await fetch(`${system.url}/sign-in`, {
      method: 'POST',
      redirect: 'manual',
      headers: { origin: system.url, cookie: planted },
      body: new URLSearchParams({ email: EMAIL, password: PASSWORD }),
    });
    const [cookie = ''] = answer.headers.getSetCookie();
    expect(cookie).toMatch(/^vidkryto_session=/);
    expect(cookie).not.toContain('planted');
    expect(cookie).toMatch(/; HttpOnly/i);
    expect(cookie).toMatch(/; SameSite=Lax/i);
    expect(cookie).not.toMatch(/; Domain=/i);
    const again = (await signIn()).headers.getSetCookie()[0] ?? '';
    expect(again.split(';')[0]).not.toBe(cookie.split(';')[0]);
    const own = { cookie: cookie.split(';')[0] ?? '' };
    expect((await get('/cabinet', own)).status).toBe(200);
    expect((await get('/cabinet', { cookie: planted })).status).toBe(303);
    expect((await get('/cabinet', own)).headers.get('cache-control')).toMatch(/private|no-store/);
  });
});

describe('budgets of requests', () => {
  test('of pages and of the API are apart; every answer says what is left, the refusal when to come back', async () => {
    const page = await get('/about');
    expect(page.headers.get('ratelimit-policy')).toBe('"pages";q=1000;w=60');
    expect(page.headers.get('ratelimit')).toMatch(/^"pages";r=\d+;t=\d+$/);
    const answers = await Promise.all(Array.from({ length: 25 }, () => get('/api/1/datasets')));
    expect(answers.filter(({ status }) => status === 200).length).toBeLessThanOrEqual(20);
    const refused = answers.find(({ status }) => status === 429);
    expect(refused?.headers.get('ratelimit')).toMatch(/^"api";r=0;t=\d+$/);
    expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await refused?.json()).toMatchObject({
      error: { code: 'too-many-requests', message: { uk: /Зачекайте \d+ с/ } },
    });
    expect((await get('/about')).status).toBe(200);
  });

  test('of forms: guessing is told to wait, in words; who is signed in has a budget of their own', async () => {
    const opened = await signIn();
    expect(opened.status).toBe(303);
    const own = { cookie: opened.headers.getSetCookie()[0]?.split(';')[0] ?? '' };
    expect((await get('/cabinet', own)).status).toBe(200); // seen signed in once
    const tries = await Promise.all(
      Array.from({ length: 15 }, (_, n) =>
        fetch(`${system.url}/sign-in`, {
          method: 'POST',
          redirect: 'manual',
          headers: { origin: system.url },
          body: new URLSearchParams({ email: `nobody${n}@example.org`, password: 'guess' }),
        }),
      ),
    );
    const refused = tries.find(({ status }) => status === 429);
    expect(await refused?.text()).toMatch(/Забагато запитів/);
    const mine = await fetch(`${system.url}/cabinet/new/start`, {
      method: 'POST',
      headers: { ...own, origin: system.url, 'content-type': 'application/json' },
      body: '{}',
    });
    expect(mine.status).toBe(400);
    // a made-up session is no way round
    const forged = { cookie: 'vidkryto_session=made-up', origin: system.url };
    expect((await fetch(`${system.url}/sign-in`, { method: 'POST', headers: forged, redirect: 'manual' })).status).toBe(
      429,
    );
  });
});
