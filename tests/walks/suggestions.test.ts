import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { communityProfile, setUp } from '../../src/capabilities/accounts/index.ts';
import type { Card } from '../../src/capabilities/catalog/index.ts';
import { VISITOR } from '../../src/kernel/actor.ts';
import { SECURITY_HEADERS } from '../../src/platform/http/security.ts';
import type { SurfaceEnv } from '../../src/surfaces/components/visit.ts';
import { portalRoutes } from '../../src/surfaces/portal/index.ts';
import { AXE } from '../support/axe.ts';
import { openBrowser } from '../support/browser.ts';
import { serveBuiltAssets } from '../support/built-assets.ts';
import { makeTestContext, type TestContext } from '../support/make-context.ts';
import { publishItemCard } from '../support/published-items.ts';

let test: TestContext;
let browser: Browser;
let origin: string;
let stop: () => Promise<void>;
let stops: Card;

async function servePortal(): Promise<void> {
  const profile = await communityProfile(test.ctx);
  const app = new Hono<SurfaceEnv>();
  serveBuiltAssets(app);
  app.use(async (c, next) => {
    const { pathname: path, searchParams: query, origin: here } = new URL(c.req.url);
    const visit = { person: null, language: 'uk' as const, profile, path, query, origin: here, requestId: 'test' };
    c.set('visit', { ...visit, ctx: test.as(VISITOR) });
    await next();
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) c.res.headers.set(name, value);
  });
  app.route('/', portalRoutes());
  await new Promise<void>((resolve) => {
    const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => {
      origin = `http://127.0.0.1:${port}`;
      resolve();
    });
    stop = () => new Promise((closed) => server.close(() => closed()));
  });
}

beforeAll(async () => {
  test = await makeTestContext();
  const { root } = await setUp(test.as(VISITOR), {
    community: { name: 'Зразківська громада', edrpou: '04054228', katottg: 'UA53020110010112104' },
    administrator: { name: 'Олена', email: 'a@rada.example.ua', password: 'вербові сережки цвітуть' },
  });
  for (const number of [25, 26, 38, 39]) await publishItemCard(test, root, number, '2026-01-10T10:00:00Z');
  stops = await publishItemCard(test, root, 10, '2026-01-10T10:00:00Z');
  [browser] = await Promise.all([openBrowser(), servePortal()]);
});
afterAll(async () => {
  await browser?.close();
  await stop?.();
  await test.close();
});

/** A page with something typed into its search box, and the list open. */
async function typed(path: string, words: string, width = 1280): Promise<Page> {
  const page = await browser.newPage({ viewport: { width, height: 800 }, reducedMotion: 'reduce' });
  await page.goto(origin + path);
  await page.locator('input[data-suggest]').pressSequentially(words);
  await page.locator('.suggestions li').first().waitFor();
  return page;
}

const box = (page: Page) => page.getByRole('combobox');

describe('suggestions in a browser', () => {
  it.each(['/', '/datasets'])(
    'on %s are chosen by arrows, told to screen readers, and opened by Enter',
    async (path) => {
      const page = await typed(path, 'зупи');
      expect(await box(page).getAttribute('aria-expanded')).toBe('true');
      expect(await page.getByRole('status').first().textContent()).toMatch(/підказ/);
      await page.keyboard.press('ArrowDown');
      const chosen = await box(page).getAttribute('aria-activedescendant');
      expect(await page.locator(`#${chosen}`).getAttribute('aria-selected')).toBe('true');
      await page.keyboard.press('ArrowUp');
      expect(await box(page).getAttribute('aria-activedescendant')).toBeNull();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.waitForURL(`**/datasets/${stops.slug}`);
      await page.close();
    },
  );

  it('close by Escape and by leaving; Enter then searches', async () => {
    const page = await typed('/', 'зупи');
    await page.keyboard.press('Escape');
    expect([await box(page).getAttribute('aria-expanded'), await box(page).inputValue()]).toEqual(['false', 'зупи']);
    expect(await page.locator('.suggestions').isHidden()).toBe(true);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/datasets?q=*');
    await page.close();
  });

  it('open by a click, have nothing that axe finds, and stay within a phone', async () => {
    const page = await typed('/', 'зупи', 320);
    const faults = await page.evaluate(
      `${AXE};axe.run(document,{resultTypes:['violations'],runOnly:['wcag2a','wcag2aa','wcag21aa','best-practice']}).then(r=>r.violations.map(v=>v.id+' '+v.nodes[0].html))`,
    );
    expect(faults).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0);
    const lines = await page.locator('.suggestions li').all();
    for (const line of lines) expect((await line.boundingBox())?.height).toBeGreaterThanOrEqual(44);
    await lines[0]?.click();
    await page.waitForURL(`**/datasets/${stops.slug}`);
    await page.close();
  });

  it('are no loss where scripts are off', async () => {
    const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
    await page.goto(`${origin}/`);
    await page.locator('input[name=q]').fill('зупинка');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/datasets?q=*');
    expect(await page.locator('h1').textContent()).toContain('1 набір про «зупинка»');
    await page.close();
  });
});
