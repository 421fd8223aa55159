import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { AXE } from '../support/axe.ts';
import { openBrowser } from '../support/browser.ts';
import { CITY, type CkanServer, startCkan } from '../support/ckan-server.ts';
import { type RunningSystem, startSystem, until } from '../support/start-system.ts';

/** `SCREENSHOTS=folder` keeps a picture of every page. */
const PICTURES = process.env.SCREENSHOTS;

let system: RunningSystem;
let browser: Browser;
let page: Page;
let portal: CkanServer;

beforeAll(async () => {
  const fileOf = (n: number) => (n === 30 ? 'missing' : n === 31 ? 'html' : n < 25 ? 'good' : 'service');
  [system, browser, portal] = await Promise.all([startSystem(), openBrowser(), startCkan({ datasets: 120, fileOf })]);
  if (PICTURES) mkdirSync(PICTURES, { recursive: true });
  const office = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' });
  page = await office.newPage();
}, 240_000);

afterAll(async () => {
  await browser?.close();
  await system?.stop();
  await portal?.close();
});

const go = (path: string) => page.goto(`${system.url}${path}`);
const press = (words: string) => page.click(`main button:has-text("${words}")`);
const heading = () => page.textContent('h1');

async function fillIn(values: Record<string, string>): Promise<void> {
  for (const [name, value] of Object.entries(values)) await page.fill(`main [name="${name}"]`, value);
}

/** What axe finds and what sticks out, on a desk and on a phone. */
async function faultsHere(name: string): Promise<string[]> {
  const faults: string[] = [];
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 900 });
    await page.evaluate('document.fonts.ready');
    if (PICTURES) await page.screenshot({ path: join(PICTURES, `first-hour-${name}-${width}.png`), fullPage: true });
    const found = (await page.evaluate(
      `${AXE};axe.run(document,{resultTypes:['violations']}).then(r=>r.violations.flatMap(v=>v.nodes.map(n=>v.id+': '+n.html)))`,
    )) as string[];
    const wide = await page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth');
    faults.push(...found, ...(wide ? [`sticks out at ${width}`] : []));
  }
  await page.setViewportSize({ width: 1280, height: 900 });
  return faults;
}

it('begins with an empty system and the code of the council', async () => {
  await go('/setup');
  await fillIn({
    communityName: 'Вигадана громада',
    personName: 'Олена Петренко',
    edrpou: CITY.edrpou,
    katottg: 'UA53020110010112104',
    email: 'olena@rada.example.ua',
    password: 'вербові сережки цвітуть',
  });
  await press('Почати роботу');
  await go('/cabinet/settings/sources');
  await fillIn({ hosts: '127.0.0.1' });
  await page.click('main form button[type=submit]');
  await go('/cabinet/city/exchange');
  await page.click('main summary');
  await fillIn({ waitMs: '0' });
  await press('Зберегти');
  expect(await faultsHere('start')).toEqual([]);
  expect(await page.inputValue('main [name=question]')).toBe(CITY.edrpou);
  await fillIn({ portal: portal.url });
  await press('Подивитися, що там є');
  await until('the list is read', async () => (await heading()) === 'На порталі 120 наборів', 30_000);
  expect(await faultsHere('found')).toEqual([]);
});

it('carries 120 datasets over, with the units their authors name', async () => {
  await press('Перенести позначені');
  expect(await heading()).toBe('Переносимо набори');
  await until('all are carried over', async () => (await heading()) === 'Перенесено 120 наборів', 300_000);
  const text = await page.textContent('main');
  expect(text).toContain('За адресою з портала файлу вже немає');
  expect(text).toContain('Замість файлу портал віддав сторінку');
  expect(await faultsHere('done')).toEqual([]);
  await press('Оприлюднити готові');
  expect(await page.textContent('main')).toContain('Готові набори оприлюднюються');
  await go('/cabinet/units');
  expect(await page.textContent('main')).toContain('Комунальне підприємство «Чисте місто»');
}, 400_000);

it('sees its required datasets and its registry filled', async () => {
  await go('/cabinet/city/registry');
  expect(await page.textContent('main')).toContain('Знайдено 120 записів');
  const standing = async () => {
    await go('/cabinet/city/required');
    const [, here = 0, all = 0] = /(\d+) із (\d+)/.exec((await heading()) ?? '') ?? [];
    return { here: Number(here), all: Number(all) };
  };
  await until('what is required stands published', async () => (await standing()).here > 50, 240_000);
  expect((await standing()).all).toBeGreaterThan(60);
}, 300_000);

it('makes a responsible person lawful by one line', async () => {
  await go('/cabinet/city/exchange');
  await page.click('main table a');
  await page.click('main a:has-text("Запросити")');
  expect(await page.inputValue('main [name=name]')).toBe('Марко Вигаданий');
  await press('Додати людину');
  await go('/cabinet/city/persons');
  await press('Підготувати розпорядження');
  await page.fill(
    'main [name=line]',
    'розпорядження міського голови від 27.11.2026 № 81 «Про визначення відповідальних осіб»',
  );
  await press('Розібрати рядок');
  await press('Підтвердити підписання');
  await go('/cabinet/city/persons');
  expect(await page.textContent('main')).toContain('№ 81');
});

it('publishes its registry as a dataset', async () => {
  await go('/cabinet/city/registry/publication');
  await page.click('main button[value=on]');
  await until(
    'the registry is published',
    async () => {
      await go('/cabinet/city/registry/publication');
      return (await page.locator('main a[href*="/datasets/"]:not([href*="/cabinet/"])').count()) > 0;
    },
    240_000,
  );
  await page.click('main a[href*="/datasets/"]:not([href*="/cabinet/"])');
  expect(await heading()).toContain('Реєстр');
}, 300_000);

it('sees later what has changed on the portal, beside what it was and what stands here', async () => {
  const [first] = portal.packages;
  if (!first) throw new Error('an empty portal');
  Object.assign(first, { title: 'Назва, змінена на порталі', notes: 'Опис, змінений на порталі.' });
  await go('/cabinet/city/exchange');
  await page.click('main table a');
  await press('Подивитися на портал ще раз');
  await until('it is looked at', async () => (await heading()) === 'Перенесено 120 наборів', 30_000);
  await page.click('main a:has-text("Що відрізняється")');
  expect(await faultsHere('differences')).toEqual([]);
  await page.click('main button:has-text("Їхнє")');
  expect(await page.textContent('main')).toContain('Враховано');
  expect(await faultsHere('decided')).toEqual([]);
});
