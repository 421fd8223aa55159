import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { getPath } from 'hono/utils/url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { communityProfile } from '../../src/capabilities/accounts/index.ts';
import { publishDataset } from '../../src/capabilities/publishing/index.ts';
import { VISITOR } from '../../src/kernel/actor.ts';
import { HTTP_STATUS, isRequestError } from '../../src/kernel/errors.ts';
import { SECURITY_HEADERS } from '../../src/platform/http/security.ts';
import type { SurfaceEnv } from '../../src/surfaces/components/visit.ts';
import { portalRoutes } from '../../src/surfaces/portal/index.ts';
import { AXE } from '../support/axe.ts';
import { openBrowser } from '../support/browser.ts';
import { serveBuiltAssets } from '../support/built-assets.ts';
import { makeTestContext, type TestContext } from '../support/make-context.ts';
import { draftDataset, setUpCommunity } from '../support/publish-file.ts';

/** `SCREENSHOTS=folder` keeps a picture of every view, and looks at all of LOOKS. */
const PICTURES = process.env.SCREENSHOTS;
const DISTRICTS = ['Центральний', 'Північний', 'Приміський'];
const LINES = Array.from({ length: 160 }, (_, at) => {
  const place = `${(48.5 + (at % 10) / 100).toFixed(4)},${(32.2 + Math.floor(at / 10) / 100).toFixed(4)}`;
  const day = `20${at % 2 ? 25 : 24}-0${1 + (at % 9)}-1${at % 10}`;
  return `${at + 1},Дерево ${at + 1},${DISTRICTS[at % 3]},${day},${at * 10},${at % 4 === 0 ? 'так' : 'ні'},${place}`;
});
const FILE = {
  name: 'Дерева.csv',
  text: ['Номер,Назва,Район,Дата,Сума,Обстежено,Широта,Довгота', ...LINES].join('\n'),
  identifier: ['Номер'],
};

/** So close to each other that most of them share their place until the map comes nearer. */
const BENCHES = {
  name: 'Лавки.csv',
  text: [
    'Номер,Назва,Широта,Довгота',
    ...Array.from({ length: 1600 }, (_, at) => {
      const [across, down] = [at % 40, Math.floor(at / 40)];
      return `${at + 1},Лавка ${at + 1},${(48.5 + down * 0.00075).toFixed(5)},${(32.2 + across * 0.00075).toFixed(5)}`;
    }),
  ].join('\n'),
  identifier: ['Номер'],
};

let test: TestContext;
let browser: Browser;
let origin: string;
let address: string;
let embed: string;
let benches: string;
let stop: () => Promise<void>;

/** The real portal over a real table, with the build's scripts and the headers of the system. */
async function servePortal(): Promise<void> {
  const app = new Hono<SurfaceEnv>({ getPath: (request) => getPath(request).replace(/^\/en(?=\/|$)/, '') || '/' });
  serveBuiltAssets(app);
  app.use(async (c, next) => {
    const url = new URL(c.req.url);
    c.set('visit', {
      ctx: test.as(VISITOR),
      person: null,
      language: url.pathname.startsWith('/en') ? 'en' : 'uk',
      profile: await communityProfile(test.ctx),
      path: url.pathname,
      query: url.searchParams,
      origin: url.origin,
      requestId: 'test',
    });
    await next();
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) {
      if (!c.res.headers.has(name)) c.res.headers.set(name, value);
    }
  });
  app.route('/', portalRoutes());
  app.onError((error, c) =>
    isRequestError(error) ? c.text(error.text.uk, HTTP_STATUS[error.kind]) : c.text(String(error), 500),
  );
  await new Promise<void>((resolve) => {
    const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => {
      origin = `http://127.0.0.1:${port}`;
      resolve();
    });
    stop = () => new Promise((closed) => server.close(() => closed()));
  });
}

beforeAll(async () => {
  [test, browser] = await Promise.all([makeTestContext(), openBrowser()]);
  const unitId = await setUpCommunity(test);
  const dataset = await draftDataset(test, unitId, 'Дерева громади', FILE);
  await publishDataset(test.ctx, dataset.id);
  const dense = await draftDataset(test, unitId, 'Лавки громади', BENCHES);
  await publishDataset(test.ctx, dense.id);
  await test.runJobs();
  await servePortal();
  address = `${origin}/datasets/${dataset.slug}`;
  benches = `${origin}/datasets/${dense.slug}?view=map`;
  embed = `${origin}/embed/${dataset.resources[0]?.id}`;
  if (PICTURES) mkdirSync(PICTURES, { recursive: true });
}, 240_000);

afterAll(async () => {
  await browser?.close();
  await stop?.();
  await test?.close();
});

/** A page of our own making only: whatever else it asks for, and whatever the policy blocks, is kept as a fault. */
async function open(url: string, options: { width?: number; dark?: boolean; scripts?: boolean } = {}) {
  const context = await browser.newContext({
    viewport: { width: options.width ?? 1280, height: 900 },
    colorScheme: options.dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
    javaScriptEnabled: options.scripts ?? true,
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('request', (request) => {
    if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(origin))
      faults.push(`asked ${request.url()}`);
  });
  page.on('console', (message) => {
    if (/Content Security Policy/i.test(message.text())) faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(String(error)));
  await page.goto(url, { waitUntil: 'networkidle' });
  return { page, faults, close: () => context.close() };
}

const count = (page: Page) => page.locator('#explorer-count').textContent();
const cell = (page: Page) =>
  page.evaluate(() => {
    const at = document.activeElement;
    return at instanceof HTMLTableCellElement ? at.textContent : null;
  });

describe('the explorer in a browser', () => {
  it('answers in place: search while typing, a list, sorting; the way back restores', async () => {
    const { page, faults, close } = await open(address);
    await page.evaluate('window.mark = 1');
    await page.fill('#table-search', 'дерево 15');
    await page.waitForURL('**/*?q=*');
    await page.waitForFunction(() => document.querySelector('#explorer-count')?.textContent?.includes('із 160'));
    expect(await page.evaluate('document.activeElement.id')).toBe('table-search');
    await page.fill('#table-search', '');
    await page.waitForFunction(() => document.querySelector('#explorer-count')?.textContent?.includes('Усі 160'));
    await page.selectOption('[name="raion__exact"]', 'Північний');
    await page.waitForFunction(() =>
      document.querySelector('#explorer-count')?.textContent?.includes('53 рядки із 160'),
    );
    await page.locator('th[data-column="suma"] .column-sort').click();
    await page.waitForURL('**/*sort=suma*');
    await page.locator('th[data-column="suma"][aria-sort="ascending"]').waitFor();
    expect(new URL(page.url()).searchParams.get('raion__exact')).toBe('Північний');
    await page.goBack();
    await page.locator('th[data-column="suma"]:not([aria-sort])').waitFor();
    expect(await count(page)).toContain('53 рядки із 160');
    // one page all the way: nothing was loaded anew
    expect(await page.evaluate('window.mark')).toBe(1);
    expect(faults).toEqual([]);
    await close();
  });

  it('is walked by keys like a spreadsheet', async () => {
    const { page, faults, close } = await open(address);
    await page.locator('[data-grid] tbody td').first().focus();
    for (const key of ['ArrowRight', 'ArrowDown']) await page.keyboard.press(key);
    expect(await cell(page)).toBe('Дерево 2');
    await page.keyboard.press('Control+End');
    expect(await cell(page)).toMatch(/^32[.,]2/);
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('PageDown');
    await page.waitForURL('**/*page=2*');
    await page.waitForFunction(() => document.activeElement?.textContent === 'Дерево 51');
    await page.keyboard.press('PageUp');
    await page.waitForFunction(() => document.activeElement?.textContent === 'Дерево 1');
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Control+c');
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe('Дерево 1\nДерево 2');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await page.locator('dialog.cell-window').waitFor();
    await page.getByRole('link', { name: 'Лише з цим значенням' }).click();
    await page.waitForURL('**/*raion__exact=*');
    await page.waitForFunction(() => document.querySelector('#explorer-count')?.textContent?.includes('із 160'));
    expect(await page.locator('dialog').count()).toBe(0);
    await page.keyboard.press('/');
    expect(await page.evaluate('document.activeElement.id')).toBe('table-search');
    expect(faults).toEqual([]);
    await close();
  });

  it('shows the profile, groups and a chart in place, and the live map without any other host', async () => {
    const { page, faults, close } = await open(address);
    await page.locator('th[data-column="raion"] .column-open').click();
    await page.locator('#column-panel').waitFor();
    await page.locator('.frequent a', { hasText: 'Північний' }).click();
    await page.waitForFunction(() => document.querySelector('#explorer-count')?.textContent?.includes('53 рядки'));
    await page.locator('.tabs a', { hasText: 'Групи' }).click();
    await page.selectOption('#group-1', 'data__year');
    await page.waitForURL('**/*group=data__year*');
    await page.locator('.groups-table').getByText('2024').waitFor();
    await page.locator('.tabs a', { hasText: 'Графік' }).click();
    await page.locator('svg.chart-wide').waitFor();
    await page.locator('.tabs a', { hasText: 'Карта' }).click();
    await page.locator('.map-frame[data-live] canvas.maplibregl-canvas').waitFor();
    expect(await page.locator('.map-frame svg.map').count()).toBe(0);
    expect(faults).toEqual([]);
    await close();
  });

  it('asks for the points of the part of the live map that is seen, and the list follows', async () => {
    const { page, faults, close } = await open(benches);
    const canvas = page.locator('.map-frame[data-live] canvas.maplibregl-canvas');
    await canvas.waitFor();
    const single = async () => {
      const facts = JSON.parse((await page.locator('.map-frame').getAttribute('data-map')) ?? '{}') as {
        points: [number, number, number][];
      };
      return facts.points.filter(([, , rows]) => rows === 1).length;
    };
    const before = { single: await single(), list: await page.locator('.map-list').textContent() };
    expect(await page.locator('.map-mark').count()).toBeGreaterThan(10);
    await page.evaluate(
      'window.canvas = document.querySelector("canvas.maplibregl-canvas"); window.past = history.length',
    );
    const asked: string[] = [];
    page.on('request', (request) => {
      if (request.url().includes('/explorer?')) asked.push(request.url());
    });
    await page.evaluate('for (const press of [1, 2]) document.querySelector(".map-buttons button").click(press)');
    await page.waitForURL('**/*bounds=*');
    // two presses at once are one question
    expect(asked).toHaveLength(1);
    const [west = 0, south = 0, east = 0, north = 0] = (new URL(asked[0] ?? '').searchParams.get('bounds') ?? '')
      .split(',')
      .map(Number);
    expect(Math.min(west - 32.2, 32.229 - east, south - 48.5, 48.529 - north)).toBeGreaterThan(0);
    expect(await single()).toBeGreaterThan(before.single);
    expect(await page.locator('.map-list').textContent()).not.toBe(before.list);
    // the same map stands there, and the way back leads out of it
    expect(await page.evaluate('window.canvas.isConnected && window.past === history.length')).toBe(true);
    await canvas.focus();
    const here = page.url();
    await page.keyboard.press('ArrowRight');
    await page.waitForURL((url) => url.href !== here);
    expect(await page.evaluate('document.activeElement === window.canvas')).toBe(true);
    // a number leads closer
    await page.goto(benches);
    await canvas.waitFor();
    await page.locator('.map-mark').first().dispatchEvent('click');
    await page.waitForURL('**/*bounds=*');
    expect(await single()).toBeGreaterThan(before.single);
    expect(await page.locator('canvas.maplibregl-canvas').count()).toBe(1);
    expect(faults).toEqual([]);
    await close();
  });

  it('is a list of cards on a phone, with filters that open and no sideways scroll', async () => {
    const { page, faults, close } = await open(address, { width: 360 });
    expect(await page.locator('.explorer-filters').isVisible()).toBe(false);
    await page.locator('.filters-label').click();
    await page.locator('.explorer-filters').waitFor({ state: 'visible' });
    await page.selectOption('[name="raion__exact"]', 'Приміський');
    await page.waitForFunction(() =>
      document.querySelector('#explorer-count')?.textContent?.includes('53 рядки із 160'),
    );
    expect(await page.locator('.explorer-filters').isVisible()).toBe(true);
    for (const query of ['', '?profile=suma', '?view=groups', '?view=chart', '?view=map']) {
      await page.goto(address + query);
      const wider = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
      expect(wider, query).toBeLessThanOrEqual(0);
    }
    expect(faults).toEqual([]);
    await close();
  });

  it('begins on the first screen of a desk, and on a phone with a few rows whose rest one touch opens, scripts or not', async () => {
    const desk = await open(address);
    const row = await desk.page.locator('.explorer-table tbody tr').nth(1).boundingBox();
    expect((row?.y ?? 900) + (row?.height ?? 0)).toBeLessThan(900);
    expect(await desk.page.locator('.phone-more:visible').count()).toBe(0);
    await desk.close();
    const phone = await open(address, { width: 360, scripts: false });
    const rows = phone.page.locator('.explorer-table tbody tr:visible');
    const items = phone.page.locator('#about .key-values > div:visible');
    expect([await rows.count(), await items.count()]).toEqual([10, 8]);
    await phone.page.getByText('Показати ще 40 рядків').click();
    await phone.page.getByText('Показати весь паспорт').click();
    expect(await rows.count()).toBe(50);
    expect(await items.count()).toBeGreaterThan(15);
    await phone.close();
  });

  it('does all of it without scripts', async () => {
    const { page, close } = await open(address, { scripts: false });
    await page.selectOption('[name="raion__exact"]', 'Північний');
    await page.locator('#explorer-form button').click();
    expect(await count(page)).toContain('53 рядки із 160');
    await page.locator('th[data-column="suma"] .column-sort').click();
    await page.locator('th[data-column="suma"] .column-open').click();
    expect(await page.locator('.column-facts').textContent()).toContain('Середнє');
    await page.fill('#panel-gte', '1000');
    await page.locator('.column-filter button').click();
    expect(page.url()).toMatch(/raion__exact=.*suma__gte=1000/);
    await page.locator('.tabs a', { hasText: 'Групи' }).click();
    await page.selectOption('#group-1', 'data__month');
    await page.selectOption('#also-1', 'sum:suma');
    await page.locator('.group-form button').click();
    expect(await page.locator('.groups-table').textContent()).toContain('Сума (сума)');
    await page.locator('.tabs a', { hasText: 'Карта' }).click();
    await page.locator('svg.map-wide .map-cell').first().click();
    expect(page.url()).toContain('bounds=');
    await page.locator('summary', { hasText: 'Вбудувати' }).click();
    expect(await page.locator('.snippet').first().textContent()).toContain('<iframe');
    await close();
  });
});

const LOOKS = [
  ['desk-light', 1280, false],
  ['phone-dark', 360, true],
  ['desk-dark', 1280, true],
  ['phone-light', 360, false],
] as const;

interface AxeFault {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

describe('every view is for everybody', () => {
  const views = () => ({
    table: address,
    filtered: `${address}?raion__exact=Північний&sort=-suma`,
    refused: `${address}?raiom__exact=1`,
    empty: `${address}?q=немає`,
    profile: `${address}?profile=data`,
    groups: `${address}?view=groups&group=raion&sum=suma`,
    chart: `${address}?view=chart&group=data__month`,
    share: `${address}?view=chart&group=raion&chart=share`,
    map: `${address}?view=map`,
    embed: `${embed}?view=chart&group=raion`,
    'embed-table': embed,
  });
  for (const name of [
    'table',
    'filtered',
    'refused',
    'empty',
    'profile',
    'groups',
    'chart',
    'share',
    'map',
    'embed',
    'embed-table',
  ] as const) {
    for (const [look, width, dark] of PICTURES ? LOOKS : LOOKS.slice(0, 2)) {
      it(`${name}, ${look}: axe finds nothing, nothing is blocked`, async () => {
        const { page, faults, close } = await open(views()[name], { width, dark });
        if (PICTURES) await page.screenshot({ path: join(PICTURES, `${name}-${look}.png`), fullPage: true });
        const found = (await page.evaluate(
          `${AXE};axe.run(document.querySelector('#table')??document,{resultTypes:['violations'],runOnly:['wcag2a','wcag2aa','wcag21a','wcag21aa','wcag22aa','best-practice']}).then(r=>r.violations)`,
        )) as AxeFault[];
        const told = found.flatMap(({ id, nodes }) =>
          nodes.slice(0, 3).map((node) => `${id}: ${node.html.slice(0, 300)} ${node.failureSummary}`),
        );
        expect([...faults, ...told]).toEqual([]);
        await close();
      });
    }
  }
});
