import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { type RunningSystem, startSystem } from '../support/start-system.ts';

/**
 * Walks the pages that the guides show, over the invented community of the demo. With `PICTURES=docs/pictures` it makes the pictures anew;
 * without, it walks all the same and holds that the guides name exactly the pictures it would make.
 */
const ROOT = join(import.meta.dirname, '../..');
const FOLDER = process.env.PICTURES ? join(ROOT, process.env.PICTURES) : null;
const KEPT = join(ROOT, 'docs/pictures');
const MOST_BYTES = 150_000;
const WIDTH = 1280;
const HEIGHT = 900;
/** What stands in pictures in place of the port that happened to be free. */
const ADDRESS = 'https://data.verbivka.example';
const QUALITY = 78;

let system: RunningSystem;
let browser: Browser;
let office: BrowserContext;
let password = '';
const taken: string[] = [];

beforeAll(async () => {
  [system, browser] = await Promise.all([startSystem(), openBrowser()]);
  // not by `system.command`, which stops this process and so what reads the system's log
  const env = { ...process.env, NODE_ENV: 'production', VIDKRYTO_DATA: system.data };
  const demo = await promisify(execFile)(process.execPath, ['dist/server/main.js', 'demo'], { cwd: ROOT, env });
  password = /пароль: (\S+)/.exec(demo.stdout)?.[1] ?? '';
  office = await browser.newContext({
    viewport: { width: WIDTH, height: HEIGHT },
    reducedMotion: 'reduce',
    locale: 'uk-UA',
  });
  if (FOLDER) mkdirSync(FOLDER, { recursive: true });
}, 240_000);

afterAll(async () => {
  await browser?.close();
  await system?.stop();
});

/** Runs in the page: puts one address in place of the other wherever it is read. */
function nameAddress([from, to]: readonly [string, string]): void {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.nodeValue?.includes(from)) node.nodeValue = node.nodeValue.replaceAll(from, to);
  }
}

/** Keeps what the window shows under that name, as WebP. */
async function picture(page: Page, name: string, from = 'body'): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  await page
    .locator(from)
    .first()
    .evaluate((part) => part.scrollIntoView({ block: 'start' }));
  taken.push(name);
  if (!FOLDER) return;
  await page.evaluate(nameAddress, [system.url, ADDRESS] as const);
  const session = await page.context().newCDPSession(page);
  const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality: QUALITY });
  writeFileSync(join(FOLDER, `${name}.webp`), Buffer.from(data, 'base64'));
}

/** Goes to a page, which must be there, and keeps its picture from that part of it on. */
async function show(page: Page, path: string, name: string, from?: string): Promise<void> {
  const answer = await page.goto(system.url + path, { waitUntil: 'networkidle' });
  expect(answer?.status(), path).toBe(200);
  expect(await page.locator('h1').count(), path).toBe(1);
  await picture(page, name, from);
}

const press = (page: Page, words: string) =>
  page.locator('main').locator(`button:has-text("${words}"), a:has-text("${words}")`).first().click();

/** A register of yards with the faults clerks' files have. */
function yards(): string {
  const [streets, kinds] = [
    ['Вишнева', 'Паркова', 'Зелена', 'Лугова'],
    ['озеленення', 'ремонт проїзду', 'освітлення ', 'лавки'],
  ];
  const rows = Array.from({ length: 60 }, (_, at) => {
    const day = String((at % 28) + 1).padStart(2, '0');
    const price = `${12_000 + at * 137},50`;
    const street = at % 9 === 4 ? `  вулиця ${streets[at % 4]}` : `вулиця ${streets[at % 4]}`;
    return [at + 1, street, at + 3, kinds[at % 4], `${day}.${at % 2 ? '09' : '10'}.2026`, `"${price}"`].join(';');
  });
  const repeated = rows[29] ?? '';
  return `Номер;Вулиця;Будинок;Вид робіт;Дата;Вартість, грн\n${[...rows, repeated].join('\n')}\n`;
}

/** The address of a published dataset's page. */
async function pageOf(title: string): Promise<string> {
  const answer = await fetch(`${system.url}/api/1/datasets?q=${encodeURIComponent(title)}`);
  const { results } = (await answer.json()) as { results: { title: string; slug: string }[] };
  const found = results.find((one) => one.title === title);
  if (!found) throw new Error(`the demo has no dataset «${title}»`);
  return `/datasets/${found.slug}`;
}

describe('the pages the guides show', () => {
  it('a citizen: home, search, a dataset, its table, groups, chart and map, a question', async () => {
    const page = await office.newPage();
    await show(page, '/', 'portal-home');
    await show(page, `/datasets?q=${encodeURIComponent('садочок')}`, 'portal-search');
    const [trees, stops] = [await pageOf('Реєстр зелених насаджень'), await pageOf('Зупинки громадського транспорту')];
    await show(page, trees, 'dataset-page');
    await show(page, `${trees}?poroda__contains=дуб`, 'explorer-table', '#table');
    await show(page, `${trees}?view=groups&group=poroda&avg=diametr_sm`, 'explorer-groups', '#table');
    await show(page, `${trees}?view=chart&group=poroda`, 'explorer-chart', '#table');
    await show(page, `${stops}?view=map`, 'explorer-map', '#table');
    await show(page, '/messages/new', 'message-new');
    await page.close();
  });

  it('a clerk: the desk, the five screens, the structure, the published dataset', async () => {
    const page = await office.newPage();
    await page.goto(`${system.url}/sign-in`);
    await page.fill('[name=email]', 'admin@verbivka.example');
    await page.fill('[name=password]', password);
    await press(page, 'Увійти');
    await page.waitForURL('**/cabinet');
    await show(page, '/cabinet/new', 'clerk-1-file');
    const buffer = Buffer.from(yards());
    await page.setInputFiles('input[type=file]', { name: 'Благоустрій дворів.csv', mimeType: 'text/csv', buffer });
    await page.waitForURL('**/cabinet/readings/*');
    await page.getByRole('heading', { level: 1, name: 'Ось що ми прочитали' }).waitFor();
    await picture(page, 'clerk-2-look');
    await press(page, 'Далі');
    await page.waitForURL('**/repairs');
    await page.locator('summary', { hasText: 'Обрати, що виправити' }).click();
    await picture(page, 'clerk-3-repairs');
    await page.locator('summary', { hasText: 'Обрати, що виправити' }).click();
    await press(page, 'Виправити все');
    // a row given twice leaves no column that tells the rows apart
    await press(page, 'Залишити по одному');
    await press(page, 'Далі: паспорт');
    await page.waitForURL('**/passport');
    await page.fill('[name=title]', 'Благоустрій дворів');
    await page.fill('[name=description]', 'Роботи з благоустрою дворів за рік: де, що і за скільки зроблено.');
    await page.fill('[name=purpose]', 'Ведення обліку робіт з благоустрою.');
    await page.selectOption('[name=frequency]', { label: 'Щомісяця' });
    await picture(page, 'clerk-4-passport');
    await press(page, 'Далі: перевірити й опублікувати');
    await page.waitForURL('**/publish');
    await picture(page, 'clerk-5-publish');
    const dataset = new URL(page.url()).pathname.split('/')[3] ?? '';
    await show(page, `/cabinet/datasets/${dataset}/structure`, 'clerk-structure');
    await page.goto(`${system.url}/cabinet/datasets/${dataset}/publish`);
    await press(page, 'Опублікувати');
    await page.waitForURL('**/published');
    await picture(page, 'clerk-published');
    await show(page, `/cabinet/datasets/${dataset}`, 'clerk-dataset');
    await show(page, '/cabinet', 'clerk-desk');
    await page.close();
  });

  it('a coordinator: units, people, messages, search words, history', async () => {
    const page = await office.newPage();
    await show(page, '/cabinet/units', 'coordinator-units');
    await show(page, '/cabinet/people', 'coordinator-people');
    await show(page, '/cabinet/messages', 'coordinator-messages');
    await show(page, '/cabinet/search-words', 'coordinator-search-words');
    await show(page, '/cabinet/history', 'coordinator-history');
    await page.close();
  });

  it('the guides show nothing else, and every picture is there, small enough', () => {
    const guides = readdirSync(join(ROOT, 'docs/guides')).map((name) =>
      readFileSync(join(ROOT, 'docs/guides', name), 'utf8'),
    );
    const texts = [readFileSync(join(ROOT, 'README.md'), 'utf8'), ...guides].join('\n');
    const shown = new Set(
      [...texts.matchAll(/docs\/pictures\/([\w-]+)\.webp|\.\.\/pictures\/([\w-]+)\.webp/g)].map(
        (found) => found[1] ?? found[2],
      ),
    );
    expect([...shown].filter((name) => !taken.includes(name ?? ''))).toEqual([]);
    expect(taken.filter((name) => !shown.has(name))).toEqual([]);
    for (const name of taken) {
      const path = join(FOLDER ?? KEPT, `${name}.webp`);
      expect(existsSync(path), path).toBe(true);
      expect(statSync(path).size, path).toBeLessThan(MOST_BYTES);
    }
  });
});
