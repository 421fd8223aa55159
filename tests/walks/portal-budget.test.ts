import type { Browser, Page, Response } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { type RunningSystem, startSystem } from '../support/start-system.ts';

/*
 * What a public page costs a visitor, measured on the built system over the demo's datasets: bytes over the wire, requests, shifts of the
 * layout, what is kept and compressed. Bytes, not seconds: the same on every machine.
 */

const KB = 1024;

/** Most of each, per page. Chart and map come only on demand, so no page has them at first. */
const BUDGET = {
  requests: 14,
  document: 60 * KB,
  script: 60 * KB,
  stylesheet: 40 * KB,
  font: 70 * KB,
  image: 10 * KB,
  total: 180 * KB,
  elements: 2500,
  /** Cumulative layout shift; 0.1 is called good. */
  shift: 0.02,
} as const;

let browser: Browser;
let system: RunningSystem;
let pages: Record<string, string>;

beforeAll(async () => {
  [browser, system] = await Promise.all([openBrowser(), startSystem()]);
  const demo = system.command(['demo']);
  if (demo.code !== 0) throw new Error(demo.errors || demo.output);
  const answer = await fetch(`${system.url}/api/1/datasets?rows=60`);
  const { results } = (await answer.json()) as { results: { slug: string }[] };
  const stops = results.find(({ slug }) => slug.startsWith('zupynky'))?.slug ?? '';
  pages = {
    home: '/',
    search: '/datasets?q=зупинки',
    'all datasets': '/datasets',
    dataset: `/datasets/${stops}`,
    'dataset in English': `/en/datasets/${stops}`,
    structure: `/datasets/${stops}/structure`,
    passport: `/datasets/${stops}/passport`,
    units: '/units',
    unit: '/units/viddil-transportu',
    themes: '/themes',
    theme: '/themes/transport',
    'message form': `/messages/new?dataset=${stops}`,
    about: '/about',
    accessibility: '/accessibility',
  };
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await system?.stop();
});

interface Taken {
  readonly path: string;
  readonly type: string;
  readonly bytes: number;
  readonly headers: Record<string, string>;
}

interface Visit {
  readonly page: Page;
  readonly taken: Taken[];
  readonly complaints: string[];
}

/** Shows a page to a visitor who has never been here. */
async function visit(path: string, width: number): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width, height: 800 } });
  const page = await context.newPage();
  const complaints: string[] = [];
  const responses: Response[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    if (!request.url().startsWith(system.url)) complaints.push(`asked ${request.url()}`);
  });
  page.on('response', (response) => responses.push(response));
  await page.addInitScript(`
    window.shifts = [];
    new PerformanceObserver((list) => {
      for (const { value, hadRecentInput } of list.getEntries()) if (!hadRecentInput) window.shifts.push(value);
    }).observe({ type: 'layout-shift', buffered: true });`);
  const answer = await page.goto(system.url + path, { waitUntil: 'networkidle' });
  if (answer?.status() !== 200) complaints.push(`answered ${answer?.status()}`);
  await page.evaluate('document.fonts.ready');
  const taken = await Promise.all(
    responses.map(async (response) => ({
      path: new URL(response.url()).pathname,
      type: response.request().resourceType(),
      bytes: (await response.request().sizes()).responseBodySize,
      headers: response.headers(),
    })),
  );
  return { page, taken, complaints };
}

function bytesOf(taken: readonly Taken[], type?: string): number {
  return taken.filter((one) => !type || one.type === type).reduce((sum, { bytes }) => sum + bytes, 0);
}

/** What goes beyond the budget, in words; [] where nothing does. */
async function beyondBudget({ page, taken, complaints }: Visit): Promise<string[]> {
  const beyond: string[] = [...complaints];
  // a page that was not found would be cheap
  const heading = await page.locator('h1').count();
  if (heading !== 1 || bytesOf(taken, 'document') < KB || bytesOf(taken, 'font') < KB)
    beyond.push('nothing was measured');
  const hold = (what: keyof typeof BUDGET, value: number) => {
    if (value > BUDGET[what]) beyond.push(`${what}: ${value} > ${BUDGET[what]}`);
  };
  hold('requests', taken.length);
  for (const type of ['document', 'script', 'stylesheet', 'font', 'image'] as const) hold(type, bytesOf(taken, type));
  hold('total', bytesOf(taken));
  hold('elements', Number(await page.evaluate('document.querySelectorAll("*").length')));
  hold('shift', Number(await page.evaluate('window.shifts.reduce((sum, one) => sum + one, 0)')));
  for (const { path, type, bytes, headers } of taken) {
    const kept = headers['cache-control'] ?? '';
    if (path.startsWith('/assets/') && !/immutable/.test(kept)) beyond.push(`${path} is not immutable: ${kept}`);
    const text = ['document', 'script', 'stylesheet'].includes(type);
    if (text && bytes > KB && !headers['content-encoding']) beyond.push(`${path} is not compressed`);
  }
  return beyond;
}

describe('what a public page costs', () => {
  const NAMES = [
    'home',
    'search',
    'all datasets',
    'dataset',
    'dataset in English',
    'structure',
    'passport',
    'units',
    'unit',
  ];
  for (const name of [...NAMES, 'themes', 'theme', 'message form', 'about', 'accessibility']) {
    for (const width of [1280, 360]) {
      it(`${name} at ${width} px is within the budget`, async () => {
        const visited = await visit(pages[name] ?? '', width);
        expect(await beyondBudget(visited)).toEqual([]);
        await visited.page.context().close();
      }, 60_000);
    }
  }

  it('each font that is fetched ahead is used', async () => {
    const { page, taken } = await visit('/', 1280);
    const ahead = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLLinkElement>('link[rel=preload][as=font]')].map(
        (link) => new URL(link.href).pathname,
      ),
    );
    expect(ahead).toHaveLength(2);
    const used = await page.evaluate(() => [...document.fonts].filter(({ status }) => status === 'loaded').length);
    expect(used).toBeGreaterThanOrEqual(2);
    const fonts = taken.filter(({ type }) => type === 'font').map(({ path }) => path);
    // fetched once each: a preload that does not fit what the style sheet asks is fetched twice
    expect([...fonts].sort()).toEqual([...new Set(fonts)].sort());
    expect(fonts).toEqual(expect.arrayContaining(ahead));
    await page.context().close();
  });

  it('a second page takes nothing but itself', async () => {
    const { page } = await visit('/', 1280);
    const fresh: string[] = [];
    page.on('response', (response) => {
      if (!response.fromServiceWorker() && response.request().resourceType() !== 'document') {
        void response
          .request()
          .sizes()
          .then(({ responseBodySize }) => {
            if (responseBodySize > 0) fresh.push(new URL(response.url()).pathname);
          });
      }
    });
    await page.goto(`${system.url}/themes`, { waitUntil: 'networkidle' });
    expect(fresh).toEqual([]);
    await page.context().close();
  });
});
