import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AXE } from '../support/axe.ts';
import { openBrowser } from '../support/browser.ts';
import { PORTAL_PAGES } from '../support/invented-pages.tsx';
import { serveInventedPortal } from '../support/invented-portal.tsx';

/** `SCREENSHOTS=folder` keeps a picture of every page; `PAGES=home,search` looks at some only. */
const PICTURES = process.env.SCREENSHOTS;
const ONLY = process.env.PAGES?.split(',');

let browser: Browser;
let portal: Awaited<ReturnType<typeof serveInventedPortal>>;

beforeAll(async () => {
  [browser, portal] = await Promise.all([openBrowser(), serveInventedPortal()]);
  if (PICTURES) mkdirSync(PICTURES, { recursive: true });
});

afterAll(async () => {
  await browser?.close();
  await portal?.close();
});

interface AxeFault {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

/** What axe finds, as text. */
async function faultsOf(page: Page): Promise<string[]> {
  const faults = (await page.evaluate(
    `${AXE};axe.run(document,{resultTypes:['violations'],runOnly:['wcag2a','wcag2aa','wcag21a','wcag21aa','wcag22aa','best-practice']}).then(r=>r.violations)`,
  )) as AxeFault[];
  return faults.flatMap(({ id, nodes }) =>
    nodes.slice(0, 3).map((node) => `${id}: ${node.html} ${node.failureSummary}`),
  );
}

const SIZES = [
  ['desk-light', 1280, 'light'],
  ['phone-dark', 360, 'dark'],
  ['desk-dark', 1280, 'dark'],
  ['phone-light', 360, 'light'],
] as const;

interface Visitor {
  readonly page: Page;
  /** What the policy blocked and what was asked of other hosts, since the page was opened. */
  readonly complaints: string[];
}

/** One visitor a look, who goes from page to page: a tab of its own for each would start a process for each. */
const visitors: Record<string, Visitor> = {};

async function openVisitor(width: number, colorScheme: 'light' | 'dark'): Promise<Visitor> {
  const page = await browser.newPage({ viewport: { width, height: 800 }, colorScheme, reducedMotion: 'reduce' });
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (/Content Security Policy/i.test(message.text())) complaints.push(message.text());
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(portal.origin)) complaints.push(`asked ${request.url()}`);
  });
  return { page, complaints };
}

describe('pages of the portal in a browser', () => {
  for (const [name, address] of Object.entries(PORTAL_PAGES)) {
    if (ONLY && !ONLY.includes(name)) continue;
    for (const [look, width, colorScheme] of PICTURES ? SIZES : SIZES.slice(0, 2)) {
      it(`${name}, ${look}: axe finds nothing, nothing is blocked, nothing sticks out`, async () => {
        visitors[look] ??= await openVisitor(width, colorScheme);
        const { page, complaints } = visitors[look];
        complaints.length = 0;
        await page.goto(portal.origin + address, { waitUntil: 'load' });
        await page.evaluate('document.fonts.ready');
        if (PICTURES) await page.screenshot({ path: join(PICTURES, `${name}-${look}.png`), fullPage: true });
        expect([...complaints, ...(await faultsOf(page))]).toEqual([]);
        const overflow = await page.evaluate(
          'document.documentElement.scrollWidth - document.documentElement.clientWidth',
        );
        expect(overflow).toBeLessThanOrEqual(0);
      });
    }
  }

  it('has targets of 44 px on a phone and fits 320 px', async () => {
    for (const address of [PORTAL_PAGES.home, PORTAL_PAGES.search, PORTAL_PAGES.dataset]) {
      const page = await browser.newPage({ viewport: { width: 320, height: 700 } });
      await page.goto(portal.origin + address);
      await page.evaluate('document.fonts.ready');
      const overflow = await page.evaluate(
        'document.documentElement.scrollWidth - document.documentElement.clientWidth',
      );
      expect(overflow).toBeLessThanOrEqual(0);
      const small = await page.evaluate(() =>
        [...document.querySelectorAll('header a, nav a, .button, .input, summary, .facets a')]
          .filter((one) => one.checkVisibility() && !one.closest('.unseen'))
          .map((one) => ({ box: one.getBoundingClientRect(), text: one.outerHTML.slice(0, 120) }))
          .filter(({ box }) => box.height > 0 && box.height < 43.5)
          .map(({ box, text }) => `${box.height} ${text}`),
      );
      expect(small).toEqual([]);
      await page.close();
    }
  });
});
