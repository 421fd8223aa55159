import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, screenshot } from './browser.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

test('a browser starts from the npm package alone, shows Ukrainian and takes pictures', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'vidkryto-picture-'));
  const html = '<html lang="uk"><title>Ґанок</title><h1>Відкриті дані: ґанок, їжак, є</h1></html>';
  const url = `data:text/html;charset=utf-8,${encodeURIComponent(html)}`;
  const page = await browser.newPage();
  await page.goto(url);
  expect(await page.title()).toBe('Ґанок');
  await page.close();
  await screenshot(browser, url, join(folder, 'page.png'), { width: 390 });
  expect((await readFile(join(folder, 'page.png'))).subarray(1, 4).toString()).toBe('PNG');
  await rm(folder, { recursive: true });
});
