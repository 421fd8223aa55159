import { Hono } from 'hono';
import { XmlDocument } from 'libxml2-wasm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeTestContext, type TestContext } from '../../../../tests/support/make-context.ts';
import { publishItemCard } from '../../../../tests/support/published-items.ts';
import { appoint, setUp } from '../../../capabilities/accounts/index.ts';
import { findCard, planDataset, searchCards } from '../../../capabilities/catalog/index.ts';
import { VISITOR } from '../../../kernel/actor.ts';
import { HTTP_STATUS, isRequestError } from '../../../kernel/errors.ts';
import type { Language } from '../../../kernel/text.ts';
import type { SurfaceEnv } from '../../components/index.ts';
import { openDataRoutes } from './index.ts';
import { SECTION_PLACES } from './places.ts';

let world: TestContext;
let unitSlug: string;

beforeAll(async () => {
  world = await makeTestContext({ now: '2026-11-23T10:00:00Z' });
  const { root } = await setUp(world.as(VISITOR), {
    community: { name: 'Зразківська громада', edrpou: '04054228', katottg: 'UA53020110010112104' },
    administrator: { name: 'Олена', email: 'a@rada.example.ua', password: 'вербові сережки цвітуть' },
  });
  unitSlug = root.slug;
  for (const item of [3, 20, 25]) await publishItemCard(world, root, item, `2026-0${(item % 9) + 1}-10T10:00:00Z`);
  await planDataset(world.ctx, {
    unitId: root.id,
    title: 'Пункти незламності <та> укриття',
    description: 'Де зігрітися і зарядити телефон.',
    themes: [],
    dueOn: '2027-02-01',
  });
  await appoint(
    world.ctx,
    {
      who: { kind: 'new', name: 'Ганна Мальва', email: 'private.hanna@x.ua', password: null },
      unitIds: [root.id],
      terms: {
        role: 'responsible',
        functions: ['publish', 'access'],
        datasetIds: null,
        post: 'Головна спеціалістка',
        officeEmail: 'data@rada.example.ua',
        officePhone: '+380 44 123 45 67',
        from: '2026-01-01',
        to: null,
        substituteId: null,
        order: null,
      },
    },
    { origin: 'https://data.example.ua', language: 'uk' },
  );
});
afterAll(() => world.close());

function site(language: Language = 'uk') {
  const app = new Hono<SurfaceEnv>();
  app.use(async (c, next) => {
    const { pathname, searchParams } = new URL(c.req.url);
    const visit = { person: null, language, profile: null, path: pathname, query: searchParams, requestId: 'test' };
    c.set('visit', { ...visit, ctx: world.as(VISITOR), origin: 'https://data.example.ua' });
    await next();
  });
  app.route('/', openDataRoutes());
  app.onError((error, c) =>
    isRequestError(error) ? c.text(error.text.uk, HTTP_STATUS[error.kind]) : c.text(String(error), 500),
  );
  return app;
}

const textOf = async (path: string) => (await site().request(path)).text();

describe('the section «Відкриті дані»', () => {
  it('leads to every page of it', async () => {
    const page = await textOf('/open-data');
    for (const { path } of SECTION_PLACES) expect(page).toContain(`href="${path}"`);
  });

  it('shows each block as it will look, with lines to copy, in both languages', async () => {
    const page = await textOf('/open-data/embeds');
    for (const name of ['list', 'card', 'promises', 'persons']) {
      expect(page).toContain(`src="/embed/blocks/${name}?`);
      expect(page).toContain(`&lt;iframe src=&quot;https://data.example.ua/embed/blocks/${name}?`);
    }
    const english = await (await site('en').request('/open-data/embeds')).text();
    expect(english).toContain('Blocks for your site');
    expect(english).toContain('lang=en');
  });
});

describe('a block', () => {
  it('is a piece of HTML with whole addresses, without scripts and without a page around it', async () => {
    const answer = await site().request('/embed/blocks/list.html?most=2');
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    const html = await answer.text();
    expect(html).toMatch(/^<section class="vidkryto-block" lang="uk">/);
    expect(html.match(/<li>/g)).toHaveLength(2);
    expect(html).toContain('Усі (3)');
    expect(html).not.toMatch(/<script|style=|<link|href="\//);
  });

  it('is a frame any page may show', async () => {
    const answer = await site().request('/embed/blocks/list?theme=dark');
    expect(answer.headers.get('content-security-policy')).toContain('frame-ancestors *');
    const html = await answer.text();
    expect(html).toContain('/embed/theme-dark.css');
    expect(html).not.toContain('<script');
  });

  it('is a feed and a record that say the same', async () => {
    const rss = await textOf('/embed/blocks/promises.rss');
    const document = XmlDocument.fromString(rss);
    expect(document.get('//item/title')?.content).toBe('Пункти незламності <та> укриття');
    document.dispose();
    const record = await (await site().request('/embed/blocks/promises.json')).json();
    expect(record).toMatchObject({
      total: 1,
      url: 'https://data.example.ua/promised',
      items: [{ title: 'Пункти незламності <та> укриття', facts: [{}, { label: 'Буде до', value: '1 лютого 2027' }] }],
    });
  });

  it('of one dataset follows its state', async () => {
    const [first] = (await searchCards(world.as(VISITOR), { q: '', page: 1, size: 1 })).items;
    const card = await findCard(world.as(VISITOR), first?.slug ?? '');
    expect(await textOf(`/embed/blocks/card.html?dataset=${card?.slug}`)).toContain(card?.passport.title ?? '?');
  });

  it('of persons gives office contacts only', async () => {
    const text = await textOf(`/embed/blocks/persons.json?unit=${unitSlug}`);
    expect(text).toContain('data@rada.example.ua');
    expect(text).not.toContain('private.hanna');
  });

  it('tells what is wrong where there is no such block, unit or dataset', async () => {
    const none = await site().request('/embed/blocks/weather.json');
    expect([none.status, await none.text()]).toEqual([404, expect.stringContaining('list, card')]);
    for (const path of ['card', 'card?dataset=nema', 'persons?unit=nema', 'promises?unit=nema']) {
      const answer = await site().request(`/embed/blocks/${path}`);
      expect([answer.status, await answer.text()]).toEqual([404, expect.stringContaining('unit і dataset')]);
    }
    expect((await site().request('/embed/blocks/list?most=-4')).status).toBe(200);
  });
});
