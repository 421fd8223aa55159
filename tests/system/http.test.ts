import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { setUp } from '../../src/capabilities/accounts/index.ts';
import { insideSystem } from '../support/inside-system.ts';
import { type RunningSystem, startSystem } from '../support/start-system.ts';

let system: RunningSystem;
const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${system.url}${path}`, { headers, redirect: 'manual' });
const post = (path: string, headers: Record<string, string>) =>
  fetch(`${system.url}${path}`, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    body: 'email=a%40example.org&password=x',
  });

beforeAll(async () => {
  system = await startSystem({ environment: { VIDKRYTO_RATE_LIMIT: '200' } });
});
afterAll(() => system?.stop());

test('an empty system leads to its set-up page, in the language of the address', async () => {
  expect((await get('/datasets')).headers.get('location')).toBe('/setup');
  expect((await get('/en/datasets')).headers.get('location')).toBe('/en/setup');
  expect((await get('/setup')).status).toBe(200);
  await insideSystem(system.data, (ctx) =>
    setUp(ctx, {
      community: { name: 'Вербівська громада', edrpou: '04054346', katottg: 'UA46060370010049259' },
      administrator: { name: 'Ганна Мальва', email: 'a@example.org', password: 'Верба-над-ставком-27' },
    }),
  );
  expect((await get('/')).status).toBe(200); // at once, without a restart
});

describe('every answer', () => {
  test('carries the policy that runs nothing inline and loads nothing from elsewhere', async () => {
    for (const path of ['/', '/en/about', '/nope', '/api/1/datasets', '/healthz']) {
      const { headers } = await get(path);
      expect(headers.get('content-security-policy')).toMatch(
        /^default-src 'none'; script-src 'self'; style-src 'self';/,
      );
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('x-request-id')).toMatch(/^[\w-]{8,}$/);
    }
  });

  test('has no inline script, style or handler in its pages', async () => {
    for (const path of ['/', '/datasets', '/sign-in', '/about', '/nope']) {
      const html = await (await get(path)).text();
      expect(html).not.toMatch(/<script(?![^>]*\bsrc=)(?![^>]*type="application\/(ld\+)?json")[^>]*>/);
      expect(html).not.toMatch(/<style|\sstyle=|\son\w+="/);
    }
  });

  test('to a missing page is a page for people and JSON for programs', async () => {
    const page = await get('/en/nope');
    expect([page.status, page.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8']);
    const answer = await get('/api/nope');
    expect(answer.status).toBe(404);
    expect(await answer.json()).toMatchObject({ error: { code: 'no-such-page', message: { uk: /\S/, en: /\S/ } } });
  });

  test('is compressed where it is text', async () => {
    expect((await get('/', { 'accept-encoding': 'br' })).headers.get('content-encoding')).toBe('br');
    expect((await get('/', { 'accept-encoding': 'gzip' })).headers.get('content-encoding')).toBe('gzip');
    expect((await get('/', { 'accept-encoding': 'identity' })).headers.get('content-encoding')).toBeNull();
  });
});

test('the build’s files are kept for ever and answered 304 the second time', async () => {
  const html = await (await get('/')).text();
  const path = /href="(\/assets\/[^"]+\.css)"/.exec(html)?.[1] ?? '';
  const first = await get(path, { 'accept-encoding': 'br' });
  expect(first.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  expect(first.headers.get('content-encoding')).toBe('br');
  const etag = first.headers.get('etag') ?? '';
  expect((await get(path, { 'accept-encoding': 'br', 'if-none-match': etag })).status).toBe(304);
  expect((await get('/assets/manifest.json')).status).toBe(404);
  expect((await get('/assets/..%2f..%2fpackage.json')).status).toBe(404);
});

describe('a request that changes something', () => {
  test('is refused when it comes from another site', async () => {
    expect((await post('/sign-in', { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await post('/sign-in', { origin: 'https://evil.example' })).status).toBe(403);
    expect((await post('/sign-in', { cookie: 'a=b' })).status).toBe(403);
  });

  test('is heard when it comes from our own page', async () => {
    expect((await post('/sign-in', { 'sec-fetch-site': 'same-origin' })).status).not.toBe(403);
    expect((await post('/sign-in', { origin: system.url })).status).not.toBe(403);
  });
});

test('watchers and Prometheus are answered', async () => {
  expect(await (await get('/healthz')).json()).toEqual({ status: 'ok', database: 'ok', objects: 'ok', query: 'ok' });
  expect(await (await get('/metrics')).text()).toMatch(/^http_requests_total\{/m);
});

test('a form of any kind is refused when it is too large, whatever it says it is', async () => {
  const body = 'x'.repeat(2 * 1024 * 1024);
  for (const [path, type] of [
    ['/cabinet/new/start', 'multipart/form-data; boundary=x'],
    ['/cabinet/settings', 'application/offset+octet-stream'],
    ['/sign-in', 'text/plain'],
  ] as const) {
    const headers = { 'content-type': type, connection: 'close' };
    const { status } = await fetch(`${system.url}${path}`, { method: 'POST', redirect: 'manual', headers, body });
    expect([path, status]).toEqual([path, 413]);
  }
});

test('too many requests from one address are told to wait', async () => {
  const statuses = await Promise.all(Array.from({ length: 260 }, async () => (await get('/about')).status));
  expect(statuses).toContain(429);
  expect((await get('/healthz')).status).toBe(200);
});
