import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { makeTestContext, type TestContext } from '../../tests/support/make-context.ts';
import { publishItemCard } from '../../tests/support/published-items.ts';
import { setUp } from '../capabilities/accounts/index.ts';
import { type Card, useOf } from '../capabilities/catalog/index.ts';
import { VISITOR } from '../kernel/actor.ts';
import { isRobot } from '../platform/http/robots.ts';
import { countUse, UseCounter } from './use-counter.ts';
import type { WebEnv } from './web-env.ts';

let context: TestContext;
let card: Card;
const PERSON = { 'user-agent': 'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Version/19.0 Safari/604.1' };
const ROBOT = { 'user-agent': 'Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)' };

beforeAll(async () => {
  context = await makeTestContext({ now: '2026-11-15T12:00:00+02:00' });
  const { root } = await setUp(context.as(VISITOR), {
    community: { name: 'Зразківська громада', edrpou: '04054228', katottg: 'UA53020110010112104' },
    administrator: { name: 'Олена', email: 'a@rada.example.ua', password: 'вербові сережки цвітуть' },
  });
  card = await publishItemCard(context, root, 10, '2026-01-10T10:00:00Z');
});
afterAll(() => context.close());

describe('use of datasets', () => {
  test('is counted for people and their programs, by day, and written together', async () => {
    const counter = new UseCounter(context.ctx);
    const app = new Hono<WebEnv>();
    app.use(countUse(counter));
    app.get('/:kind/:status', (c) => {
      const kind = c.req.param('kind');
      if (kind === 'view' || kind === 'download' || kind === 'request')
        c.set('use', { datasetId: card.datasetId, kind });
      const range = c.req.query('range');
      if (range) c.header('content-range', range);
      return new Response(null, { status: Number(c.req.param('status')), headers: c.res.headers });
    });
    const ask = (path: string, headers: Record<string, string> = PERSON, method = 'GET') =>
      app.request(path, { headers, method });
    await ask('/view/200');
    await ask('/view/304');
    await ask('/view/410');
    await ask('/view/200', ROBOT);
    await ask('/view/200', {});
    await ask('/view/200', PERSON, 'HEAD');
    await ask('/other/200');
    await ask('/download/200');
    await ask('/download/206?range=bytes%200-99%2F200');
    await ask('/download/206?range=bytes%20100-199%2F200');
    await ask('/download/503');
    await ask('/request/200', { 'user-agent': 'python-requests/2.32' });
    await ask('/request/200', {});
    expect(await useOf(context.ctx, card.datasetId)).toEqual([]);
    await counter.write();
    expect(await useOf(context.ctx, card.datasetId)).toEqual([
      { day: '2026-11-15', views: 2, downloads: 2, requests: 2 },
    ]);
    await ask('/view/200');
    context.clock.set('2026-11-16T12:00:00+02:00');
    await counter.close();
    expect(await useOf(context.ctx, card.datasetId)).toEqual([
      { day: '2026-11-16', views: 1, downloads: 0, requests: 0 },
      { day: '2026-11-15', views: 2, downloads: 2, requests: 2 },
    ]);
  });

  test('that cannot be written is lost without a word to the visitor', async () => {
    const counter = new UseCounter({ ...context.ctx, db: context.ctx.db.withSchema('nowhere') });
    counter.add('no-uuid', 'view');
    await expect(counter.close()).resolves.toBeUndefined();
  });
});

it.each([
  ['Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0', false],
  ['Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/141.0 Safari/537.36', false],
  ['Googlebot/2.1 (+http://www.google.com/bot.html)', true],
  ['Mozilla/5.0 (compatible; YandexBot/3.0)', true],
  ['facebookexternalhit/1.1', true],
  ['TelegramBot (like TwitterBot)', true],
  ['Wget/1.21', true],
  ['', true],
])('%j is a robot: %s', (agent, robot) => {
  expect(isRobot(agent)).toBe(robot);
});
