import { Hono } from 'hono';
import { getPath } from 'hono/utils/url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeTestContext, type TestContext } from '../../../../tests/support/make-context.ts';
import { publishItemCard } from '../../../../tests/support/published-items.ts';
import { communityProfile, createUnit, setUp } from '../../../capabilities/accounts/index.ts';
import { type Card, listMissed } from '../../../capabilities/catalog/index.ts';
import { VISITOR } from '../../../kernel/actor.ts';
import type { SurfaceEnv } from '../../components/index.ts';
import { portalRoutes } from '../index.ts';

let test: TestContext;
let app: Hono<SurfaceEnv>;
let stops: Card;
const BROWSER = { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) Gecko/20100101 Firefox/143.0' };

beforeAll(async () => {
  test = await makeTestContext({ now: '2026-11-15T12:00:00+02:00' });
  const { root } = await setUp(test.as(VISITOR), {
    community: { name: 'Зразківська громада', edrpou: '04054228', katottg: 'UA53020110010112104' },
    administrator: { name: 'Олена', email: 'a@rada.example.ua', password: 'вербові сережки цвітуть' },
  });
  const education = await createUnit(test.ctx, { name: 'Департамент освіти', parentId: root.id });
  for (const number of [25, 26, 44, 48, 51, 42]) await publishItemCard(test, education, number, '2025-01-10T10:00:00Z');
  stops = await publishItemCard(test, root, 10, '2026-11-12T10:00:00Z');
  const profile = await communityProfile(test.ctx);
  app = new Hono<SurfaceEnv>({ getPath: (request) => getPath(request).replace(/^\/en(?=\/|$)/, '') || '/' });
  app.use(async (c, next) => {
    const { pathname, searchParams } = new URL(c.req.url);
    const language = pathname.startsWith('/en') ? ('en' as const) : ('uk' as const);
    const visit = { person: null, profile, language, path: pathname.replace(/^\/en(?=\/|$)/, ''), query: searchParams };
    c.set('visit', { ...visit, ctx: test.as(VISITOR), origin: 'https://data.example.org', requestId: 'test' });
    await next();
  });
  app.route('/', portalRoutes());
});
afterAll(() => test.close());

async function page(path: string, headers: Record<string, string> = BROWSER): Promise<string> {
  const answer = await app.request(path, { headers });
  const text = await answer.text();
  expect(answer.status, text.slice(0, 500)).toBe(200);
  return text;
}

const q = (text: string) => encodeURIComponent(text);
const words = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

describe('the page of found datasets', () => {
  it('says how many there are about what, marks the words, gives the row of facts', async () => {
    const html = await page(`/datasets?q=${q('зупинок')}`);
    expect(html).toMatch(/<h1>1 набір про «зупинок»<\/h1>/);
    expect(html).toContain('<mark>Зупинки</mark>');
    expect(words(html)).toMatch(/Зразківська громада оновлено 3 дні тому .*CSV.* 10 рядків/);
    expect(await page(`/en/datasets?q=${q('зупинок')}`)).toMatch(/<h1>1 dataset about “зупинок”<\/h1>/);
  });

  it('sends a page that is not there to the nearest that is', async () => {
    const to = async (query: string) => {
      const answer = await app.request(`/datasets?${query}`, { headers: BROWSER });
      return [answer.status, answer.headers.get('location')];
    };
    for (const page of ['999999', '-3', 'abc', '0', '1.5', '2'])
      expect(await to(`format=CSV&page=${page}`), page).toEqual([302, '/datasets?format=CSV']);
    expect(await to('page=1')).toEqual([200, null]);
  });

  it('has facets with counts and links that keep the rest of the address, and chips that take them back', async () => {
    const html = await page('/datasets?format=CSV');
    for (const title of ['Тема', 'Розпорядник', 'Свіжість', 'Як часто оновлюється', 'Формат', 'Ключове слово'])
      expect(html).toContain(`<h2>${title}</h2>`);
    expect(html).toMatch(
      /href="\/datasets\?unit=departament-osvity&amp;format=CSV"[^>]*>\s*<span>Департамент освіти<\/span><span class="count figures">6</,
    );
    expect(html).toMatch(/class="chip"[^>]*href="\/datasets"|href="\/datasets"[^>]*class="chip"/);
    const late = await page('/datasets?freshness=late&keyword=%D1%88%D0%BA%D0%BE%D0%BB%D0%B8');
    expect(late).toMatch(/запізнюється|За цими умовами наборів немає/);
    const english = await page('/en/datasets');
    for (const title of ['Theme', 'Publisher', 'Freshness', 'How often updated', 'Keyword'])
      expect(english).toContain(`<h2>${title}</h2>`);
  });

  it('offers orders, by meaning only when something was asked', async () => {
    const asked = await page(`/datasets?q=${q('комунальні майданчики сміття')}`);
    expect(asked).toMatch(/aria-current="true"[^>]*>за змістом</);
    expect(asked).toMatch(/sort=used"[^>]*>найуживаніші</);
    const all = await page('/datasets?sort=used');
    expect(all).not.toContain('>за змістом<');
    expect(all).toMatch(/aria-current="true"[^>]*>найуживаніші</);
  });

  it('says how a mistyped question was understood, with the way back to the words', async () => {
    const html = await page(`/datasets?q=${q('зупнки')}`);
    expect(html).toMatch(/<h1>1 набір про «зупинки»<\/h1>/);
    expect(words(html)).toContain('Показано результати за «зупинки». Шукати саме «зупнки»');
    const exact = await page(`/datasets?q=${q('зупнки')}&exact=1`);
    expect(exact).toContain('Про «зупнки» нічого не знайшлося');
    expect(words(exact)).toContain('Ми шукали саме слова «зупнки», без виправлень');
    expect(exact).toMatch(/>Зупинки<|>зупинки</i);
    expect(words(await page(`/en/datasets?q=${q('зупнки')}`))).toContain('These are results for “зупинки”.');
  });

  it('without an answer leads on: near questions, all datasets, a proposal with the words', async () => {
    const html = await page(`/datasets?q=${q('марсоходи та єдинороги')}`);
    expect(html).toContain('Про «марсоходи та єдинороги» нічого не знайшлося');
    expect(html).toMatch(/\/messages\/new\?kind=proposal&amp;q=%D0%BC/);
    expect(html).toContain('Запропонувати набір');
    const english = await page(`/en/datasets?q=${q('марсоходи')}`);
    expect(english).toMatch(/href="\/en\/messages\/new\?kind=proposal/);
    const narrowed = await page(`/datasets?q=${q('зупинки')}&format=GEOJSON`);
    expect(narrowed).toContain('За цими умовами наборів немає');
    expect(narrowed).not.toContain('Запропонувати набір');
  });

  it('remembers what was not found: once a question of a person, never of a robot or with conditions', async () => {
    const before = await listMissed(test.ctx);
    await page(`/datasets?q=${q('дельфінарій')}`);
    await page(`/datasets?q=${q('дельфінарій')}`, { 'user-agent': 'Googlebot/2.1 (+http://www.google.com/bot.html)' });
    await page(`/datasets?q=${q('дельфінарій')}`, {});
    await page(`/datasets?q=${q('дельфінарій')}&theme=transport`);
    await app.request(`/datasets?q=${q('дельфінарій')}`, { method: 'HEAD', headers: BROWSER });
    const missed = (await listMissed(test.ctx)).filter(({ question }) => question === 'дельфінарій');
    expect(missed.map(({ times }) => times)).toEqual([1]);
    expect(before.some(({ question }) => question === 'зупнки')).toBe(true);
  });

  it('never refuses an address', async () => {
    for (const path of ['?freshness=x&sort=y&exact=z', `?q=${'я'.repeat(3000)}`, '?unit=нема&theme=x', '?q=%00'])
      await page(`/datasets${path}`);
  });
});

describe('suggestions', () => {
  const lines = async (path: string) => {
    const answer = await app.request(path);
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'public, max-age=60']);
    return (await answer.json()) as { suggestions: { href: string; text: string; note: string }[]; status: string };
  };

  it('are lines with an address, words and what each is, in the language of the page', async () => {
    const { suggestions, status } = await lines(`/suggest?q=${q('зупи')}`);
    expect(suggestions[0]).toEqual({ href: `/datasets/${stops.slug}`, text: stops.passport.title, note: 'набір' });
    expect(status).toMatch(/^\d+ підказ/);
    const english = await lines(`/en/suggest?q=${q('освіт')}`);
    expect(english.suggestions.find(({ text }) => text === 'Департамент освіти')).toEqual({
      href: '/en/units/departament-osvity',
      text: 'Департамент освіти',
      note: 'publisher, 6 datasets',
    });
    expect((await lines('/suggest')).suggestions).toEqual([]);
  });

  it('are asked for by every search box, which works without them', async () => {
    const html = await page('/');
    expect(html).toMatch(/<form[^>]*action="\/datasets" method="get"/);
    expect(html).toContain('data-suggest="/suggest"');
    expect(await page('/en')).toContain('data-suggest="/en/suggest"');
  });
});
