import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Dataset, findCard } from '../../src/capabilities/catalog/index.ts';
import { changeNote, listVersions, publishDataset } from '../../src/capabilities/publishing/index.ts';
import { SECURITY_HEADERS } from '../../src/platform/http/security.ts';
import type { SurfaceEnv } from '../../src/surfaces/components/index.ts';
import { portalRoutes } from '../../src/surfaces/portal/index.ts';
import { AXE } from '../support/axe.ts';
import { openBrowser } from '../support/browser.ts';
import { serveBuiltAssets } from '../support/built-assets.ts';
import { type CabinetForTests, openCabinet } from '../support/cabinet-site.ts';
import { draftDataset, giveFile } from '../support/publish-file.ts';

/** `SCREENSHOTS=folder` keeps a picture of every page. */
const PICTURES = process.env.SCREENSHOTS;

const SCHOOLS = { name: 'заклади.csv', identifier: ['Код закладу'] };
const line = (n: number, pupils: number, district: string) =>
  `${1000 + n};Заклад загальної середньої освіти № ${n};${district};${pupils};2024-09-01`;
const head = 'Код закладу;Назва закладу;Район;Кількість учнів;Станом на';
const FIRST = [head, ...Array.from({ length: 70 }, (_, n) => line(n, 300 + n, 'Центральний'))].join('\n');
const SECOND = [
  head,
  ...Array.from({ length: 72 }, (_, n) => line(n + 4, n % 3 ? 304 + n : 500 + n, 'Північний')),
].join('\n');
const THIRD = SECOND.split('\n')
  .map((row) =>
    row
      .split(';')
      .filter((_, at) => at !== 3)
      .join(';'),
  )
  .join('\n');

let cabinet: CabinetForTests;
let browser: Browser;
let origin: string;
let close: () => void;
let dataset: Dataset;

beforeAll(async () => {
  [browser, cabinet] = await Promise.all([openBrowser(), openCabinet()]);
  ({ origin, close } = await serveSite());
  const { context, unitId } = cabinet;
  dataset = await draftDataset(context, unitId, 'Заклади загальної середньої освіти', { ...SCHOOLS, text: FIRST });
  await publishDataset(context.ctx, dataset.id);
  await nextFile(SECOND);
  await publishDataset(context.ctx, dataset.id);
  await nextFile(THIRD);
  await changeNote(context.ctx, dataset.id, 'Кількість учнів тепер у наборі «Контингент закладів освіти».');
  await publishDataset(context.ctx, dataset.id);
  await context.runJobs();
  await nextFile(FIRST.replace(/Район/, 'Громада'));
  if (PICTURES) mkdirSync(PICTURES, { recursive: true });
}, 120_000);

afterAll(async () => {
  await browser?.close();
  close?.();
  await cabinet?.close();
});

async function nextFile(text: string): Promise<void> {
  const { context } = cabinet;
  context.clock.set(new Date(context.clock.now().getTime() + 1000));
  await giveFile(context, dataset, { ...SCHOOLS, text });
}

/** The cabinet and the portal with the real style sheet and policy. */
function serveSite(): Promise<{ origin: string; close: () => void }> {
  const app = new Hono<SurfaceEnv>();
  serveBuiltAssets(app);
  app.use(async (c, next) => {
    await next();
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) c.res.headers.set(name, value);
  });
  const site = cabinet.site();
  site.route('/', portalRoutes());
  app.route('/', site);
  return new Promise((resolve) => {
    const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
      resolve({ origin: `http://127.0.0.1:${port}`, close: () => server.close() }),
    );
  });
}

/** What axe finds on a page, which must not stick out either; keeps its picture where one is wished. */
async function faultsOf(page: Page, name: string): Promise<string[]> {
  await page.evaluate('document.fonts.ready');
  if (PICTURES) await page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage: true });
  const found = (await page.evaluate(
    `${AXE};axe.run(document,{resultTypes:['violations'],runOnly:['wcag2a','wcag2aa','wcag21a','wcag21aa','wcag22aa','best-practice']}).then(r=>r.violations)`,
  )) as { id: string; nodes: { html: string }[] }[];
  const wide = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
  return [
    ...found.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
    ...(Number(wide) > 0 ? [`sticks out by ${wide}`] : []),
  ];
}

const PAGES = (): Record<string, string> => ({
  list: `/datasets/${dataset.slug}/versions`,
  changed: `/datasets/${dataset.slug}/versions/1...2`,
  breaking: `/datasets/${dataset.slug}/versions/2...3`,
  dataset: `/cabinet/datasets/${dataset.id}`,
  version: `/cabinet/datasets/${dataset.id}/versions/1`,
  publish: `/cabinet/datasets/${dataset.id}/publish`,
});

describe('versions in a browser', () => {
  for (const name of ['list', 'changed', 'breaking', 'dataset', 'version', 'publish']) {
    for (const [look, width, colorScheme] of [
      ['desk', 1280, 'light'],
      ['phone', 320, 'dark'],
    ] as const) {
      it(`${name}, ${look}: axe finds nothing, nothing sticks out`, async () => {
        const page = await browser.newPage({ viewport: { width, height: 800 }, colorScheme, reducedMotion: 'reduce' });
        await page.goto(origin + PAGES()[name], { waitUntil: 'load' });
        expect(await faultsOf(page, `${name}-${look}`)).toEqual([]);
        await page.close();
      });
    }
  }

  it('a person looks at what changed, brings the first version back and withdraws the second', async () => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await page.goto(`${origin}/datasets/${dataset.slug}/versions`);
    await page.getByText('Порівняти з попередньою').nth(1).click();
    await page.waitForURL(/1\.\.\.2/);
    await page.getByRole('link', { name: /Додані/ }).click();
    expect(await page.locator('.differences tbody tr').count()).toBe(6);
    await page.goto(`${origin}/cabinet/datasets/${dataset.id}/versions/1`);
    await page.getByLabel('Паспорт версії 1').check();
    await page.getByRole('button', { name: 'Опублікувати версію 1 ще раз' }).click();
    await page.waitForURL(/publish/);
    await cabinet.context.runJobs();
    const [newest] = await listVersions(cabinet.context.ctx, dataset.id);
    expect(newest).toMatchObject({ number: 4, repeats: 1 });
    await page.goto(`${origin}/cabinet/datasets/${dataset.id}/versions/2`);
    await page.getByText('Вилучити версію 2').first().click();
    await page.getByLabel('Причина').fill('У цій версії були помилкові райони.');
    await page.getByLabel('Розпорядчий документ').fill('розпорядження від 01.11.2026 № 5');
    await page.getByRole('button', { name: 'Вилучити версію 2' }).click();
    await page.getByText('Версію 2 вилучено').waitFor();
    expect((await findCard(cabinet.context.ctx, dataset.id))?.withdrawnVersions).toEqual([2]);
    await page.close();
  });
});
